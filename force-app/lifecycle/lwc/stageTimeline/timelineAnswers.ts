// The part of the timeline that asks: one wire for each source, and a book of what they answered.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordWire } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import CHANGED_AT from '@salesforce/schema/Account.SystemModstamp';
import { answered } from 'c/graphAnswer';
import { VOCABULARY_QUERY, vocabulariesOf, type VocabularyAnswer } from 'c/stageVocabulary';
import { heard, type AnswerBook } from './answerBook';
import type { AccountVariables } from './timelineAnswer';
import { QUERIES, type Queries } from './timelineQueries';
import type { Answers, SourceName } from './timelineSources';

type Response<Name extends SourceName> = GraphQLResponse<{ readonly uiapi: { readonly query: Answers[Name] } }>;

export abstract class TimelineAnswers extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  protected book: AnswerBook = {};
  protected vocabularies = vocabulariesOf(undefined, LANGUAGE);
  accountFields = [CHANGED_AT];

  private isAccountKnown = false;
  private readonly refreshers = new Map<string, () => Promise<void>>();

  /** Called after every answer, with the new book in place. */
  protected abstract rebuild(): Promise<void>;

  /** Nothing is asked before it is known for which account: a filter without a value would find everything. */
  get queries(): Partial<Queries> {
    return this.recordId ? QUERIES : {};
  }
  get variables(): AccountVariables {
    return { accountId: this.recordId };
  }

  @wire(graphql, { query: '$queries.competitorContracts', variables: '$variables' })
  readCompetitorContracts(response: Response<'competitorContracts'>): void {
    this.receive('competitorContracts', response);
  }
  @wire(graphql, { query: '$queries.ownContracts', variables: '$variables' })
  readOwnContracts(response: Response<'ownContracts'>): void {
    this.receive('ownContracts', response);
  }
  @wire(graphql, { query: '$queries.assets', variables: '$variables' })
  readAssets(response: Response<'assets'>): void {
    this.receive('assets', response);
  }
  @wire(graphql, { query: '$queries.stages', variables: '$variables' })
  readStages(response: Response<'stages'>): void {
    this.receive('stages', response);
  }
  @wire(graphql, { query: '$queries.tasks', variables: '$variables' })
  readTasks(response: Response<'tasks'>): void {
    this.receive('tasks', response);
  }
  @wire(graphql, { query: '$queries.meetings', variables: '$variables' })
  readMeetings(response: Response<'meetings'>): void {
    this.receive('meetings', response);
  }
  @wire(graphql, { query: '$queries.feedback', variables: '$variables' })
  readFeedback(response: Response<'feedback'>): void {
    this.receive('feedback', response);
  }
  @wire(graphql, { query: '$queries.exits', variables: '$variables' })
  readExits(response: Response<'exits'>): void {
    this.receive('exits', response);
  }
  @wire(graphql, { query: '$queries.touches', variables: '$variables' })
  readTouches(response: Response<'touches'>): void {
    this.receive('touches', response);
  }
  @wire(graphql, { query: '$queries.campaigns', variables: '$variables' })
  readCampaigns(response: Response<'campaigns'>): void {
    this.receive('campaigns', response);
  }
  @wire(graphql, { query: VOCABULARY_QUERY })
  readVocabularies(response: GraphQLResponse<VocabularyAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers.set('vocabularies', refresh);
    if (!data && !errors?.length) return;
    this.vocabularies = vocabulariesOf(data, LANGUAGE);
    this.note({ vocabularies: { failure: heard(undefined, errors).failure } });
  }

  /** What other components of the page save about the account stands on the timeline at once: they tell that it has changed. */
  @wire(getRecord, { recordId: '$recordId', fields: '$accountFields' })
  readAccount({ data }: RecordWire): void {
    if (data && this.isAccountKnown) this.askAgain();
    this.isAccountKnown ||= data !== undefined;
  }

  /** Asks every source again. */
  protected askAgain(): void {
    for (const refresh of [...this.refreshers.values()]) void refresh();
  }

  private receive<Name extends SourceName>(name: Name, { data, errors, refresh }: Response<Name>): void {
    if (refresh) this.refreshers.set(name, refresh);
    if (!data && !errors?.length) return;
    this.note({ [name]: heard(data?.uiapi?.query, errors) });
  }

  private note(answers: Partial<AnswerBook>): void {
    this.book = { ...this.book, ...answers };
    void this.rebuild();
  }
}
