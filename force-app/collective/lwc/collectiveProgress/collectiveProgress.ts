// Joint purchases: members against the threshold, the deadline, the earliest common start, and who is missing a date.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, totalOf } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { LABELS } from './progressLabels';
import {
  COLLECTIVES_QUERY,
  MEMBERS_QUERY,
  collectivesWhere,
  membersWhere,
  undatedWhere,
  type CollectivesAnswer,
  type MemberChoice,
  type MembersAnswer,
} from './progressQueries';
import { collectivesOf, commonReason, membersOf, type CommonReason, type ShownCollective, type ShownMember } from './progressRows';

/** Members that are shown at first: those without a date come first. */
const FEW = 12;

export default class CollectiveProgress extends LightningElement {
  /** Set on the page of a joint purchase; without it all that run are shown, without their members. */
  @api recordId: string | undefined;

  labels = LABELS;
  choice: MemberChoice = 'all';
  failure: Failure | undefined;
  membersFailure: Failure | undefined;
  collectives: readonly ShownCollective[] | undefined;
  members: readonly ShownMember[] | undefined;
  undated = 0;
  /** Until all members are asked for, the first few are shown. */
  isAbridged = true;
  hasMoreMembers = false;

  private refreshCollectives: (() => Promise<void>) | undefined;
  private refreshMembers: (() => Promise<void>) | undefined;

  @wire(graphql, { query: COLLECTIVES_QUERY, variables: '$collectiveVariables' })
  readCollectives(response: GraphQLResponse<CollectivesAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshCollectives = refresh;
    this.failure = data ? undefined : failureOf(errors);
    const setting = { today: dayIn(TIME_ZONE, new Date()), locale: LOCALE, language: LANGUAGE };
    if (data) this.collectives = collectivesOf(data, LABELS, setting);
  }

  @wire(graphql, { query: '$membersQuery', variables: '$memberVariables' })
  readMembers(response: GraphQLResponse<MembersAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshMembers = refresh;
    this.membersFailure = data ? undefined : failureOf(errors);
    if (!data) return;
    this.members = membersOf(data, LABELS, LOCALE);
    this.undated = totalOf(data.uiapi.aggregate.undated);
    this.hasMoreMembers = data.uiapi.query.Collective_Member__c?.pageInfo?.hasNextPage === true;
  }

  get collectiveVariables(): object {
    return { where: collectivesWhere(this.recordId) };
  }
  /** Undefined, and so not asked, where no single purchase is shown. */
  get membersQuery(): GraphQLDocument | undefined {
    return this.recordId ? MEMBERS_QUERY : undefined;
  }
  get memberVariables(): object | undefined {
    const { recordId, choice } = this;
    return recordId ? { where: membersWhere(recordId, choice), undated: undatedWhere(recordId) } : undefined;
  }

  get heading(): string {
    return this.recordId ? LABELS.titleOne : LABELS.title;
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.collectives;
  }
  get isEmpty(): boolean {
    return !this.failure && this.collectives?.length === 0;
  }
  get emptyTitle(): string {
    return this.recordId ? LABELS.goneTitle : LABELS.emptyTitle;
  }
  get emptyText(): string {
    return this.recordId ? LABELS.goneText : LABELS.emptyText;
  }
  get shown(): readonly ShownCollective[] {
    return this.failure ? [] : (this.collectives ?? []);
  }
  get isOne(): boolean {
    return this.recordId !== undefined && this.shown.length > 0;
  }
  get isSeveral(): boolean {
    return this.recordId === undefined;
  }
  get collectivesClass(): string {
    return this.isSeveral ? 'collectives' : '';
  }

  get choices(): { label: string; value: string }[] {
    return [
      { label: LABELS.all, value: 'all' },
      { label: LABELS.withoutDate, value: 'undated' },
      { label: LABELS.onlyCommitted, value: 'committed' },
    ];
  }
  get undatedSentence(): string {
    const words = { one: LABELS.withoutDateOne, other: LABELS.withoutDateOther };
    return this.undated > 0 ? countedLabel(words, this.undated, LANGUAGE) : '';
  }
  get isUndatedButton(): boolean {
    return this.choice !== 'undated';
  }
  /** Said once instead of in most rows. */
  get reasonSentence(): string {
    const { reason, isOfAll } = this.common;
    return reason && !isOfAll ? fillLabel(LABELS.mostly, reason) : reason;
  }
  private get common(): CommonReason {
    return commonReason(this.members ?? []);
  }
  get shownMembers(): readonly ShownMember[] {
    const { reason } = this.common;
    return (this.members ?? [])
      .slice(0, this.isAbridged ? FEW : undefined)
      .map((member) => (member.isAsked && member.reason === reason ? { ...member, reason: '' } : member));
  }
  get showAllLabel(): string {
    const count = this.members?.length ?? 0;
    return this.isAbridged && count > FEW ? fillLabel(LABELS.showAll, count) : '';
  }
  get hasMembers(): boolean {
    return !this.membersFailure && (this.members?.length ?? 0) > 0;
  }
  get hasNoMembers(): boolean {
    return !this.membersFailure && this.members?.length === 0;
  }
  get moreSentence(): string {
    return this.hasMoreMembers ? fillLabel(LABELS.some, this.members?.length ?? 0) : '';
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.choice = event.detail.value as MemberChoice;
  }
  handleUndated(): void {
    this.choice = 'undated';
  }
  handleShowAll(): void {
    this.isAbridged = false;
  }
  handleRefresh(): void {
    void this.refreshCollectives?.();
    void this.refreshMembers?.();
  }
}
