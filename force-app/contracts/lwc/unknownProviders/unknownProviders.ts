// Providers that files named and nobody knows: each is another spelling of a known one, or new. One decision moves all its contracts.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import { failureOf, wordsOf, type Failure, type RefusedRequest } from 'c/dataFailure';
import { answered, countOf, groupsOf, nodesOf, shownOf } from 'c/graphAnswer';
import { countedLabel, fillLabel, numberText } from 'c/labelText';
import { UNKNOWN_QUERY, type ProviderNode, type UnknownAnswer } from './providerQueries';
import { mostAlikeFirst } from './similarNames';
import { LABELS } from './unknownLabels';

interface Choice {
  readonly label: string;
  readonly value: string;
}
interface UnknownRow {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly contracts: number;
  readonly count: string;
  readonly fieldLabel: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
  readonly cannotMerge: boolean;
}

export default class UnknownProviders extends LightningElement {
  labels = LABELS;
  failure: Failure | undefined;
  savingId = '';
  /** Known provider that was chosen, by unknown one. */
  chosen: Readonly<Record<string, string>> = {};

  private unknown: readonly ProviderNode[] | undefined;
  private known: readonly Choice[] = [];
  private counts: ReadonlyMap<string, number> = new Map();
  private total = 0;
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: UNKNOWN_QUERY })
  readProviders(response: GraphQLResponse<UnknownAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    this.failure = data ? undefined : failureOf(errors);
    if (!data) return;
    const { query, aggregate } = data.uiapi;
    this.unknown = nodesOf(query.unknown);
    this.total = query.unknown?.totalCount ?? this.unknown.length;
    this.known = nodesOf(query.known).map(({ Id, Name }) => ({ label: shownOf(Name), value: Id }));
    this.counts = new Map(groupsOf(aggregate.Competitor_Contract__c).map((group) => [group.Competitor__c?.value ?? '', countOf(group)]));
  }

  get rows(): readonly UnknownRow[] {
    const rows = (this.unknown ?? []).map((provider) => this.rowOf(provider));
    return rows.toSorted((one, other) => other.contracts - one.contracts);
  }
  private rowOf({ Id, Name, External_Id__c }: ProviderNode): UnknownRow {
    const name = shownOf(Name);
    const contracts = this.counts.get(Id) ?? 0;
    const chosen = this.chosen[Id] ?? '';
    return {
      id: Id,
      name,
      key: External_Id__c?.value ?? '',
      contracts,
      count: countedLabel({ one: LABELS.contractsOne, other: LABELS.contractsOther }, contracts, LANGUAGE),
      fieldLabel: fillLabel(LABELS.is, name),
      chosen,
      choices: mostAlikeFirst(name, this.known),
      cannotMerge: chosen === '' || this.isSaving,
    };
  }
  get isSaving(): boolean {
    return this.savingId !== '';
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.unknown;
  }
  get isEmpty(): boolean {
    return !this.failure && this.unknown?.length === 0;
  }
  get isList(): boolean {
    return !this.failure && (this.unknown?.length ?? 0) > 0;
  }
  get moreSentence(): string {
    const shown = this.unknown?.length ?? 0;
    return this.total > shown ? fillLabel(LABELS.some, shown, numberText(this.total)) : '';
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.chosen = { ...this.chosen, [id]: event.detail.value };
  }
  /** An alias is the decision: flows move the contracts and mark the unknown provider as merged. */
  async handleMerge(event: MouseEvent): Promise<void> {
    const row = this.rowAt(event);
    if (!row) return;
    const known = this.known.find(({ value }) => value === row.chosen)?.label ?? '';
    await this.save(row, fillLabel(LABELS.merged, row.name, known), () =>
      createRecord({
        apiName: 'Competitor_Alias__c',
        fields: { Name: row.name, Competitor__c: row.chosen, External_Id__c: row.key },
      }),
    );
  }
  async handleConfirm(event: MouseEvent): Promise<void> {
    const row = this.rowAt(event);
    if (!row) return;
    await this.save(row, fillLabel(LABELS.confirmed, row.name), () =>
      updateRecord({ fields: { Id: row.id, Review_State__c: 'Confirmed', Is_Active__c: true } }),
    );
  }
  handleRefresh(): void {
    void this.refresh?.();
  }

  private rowAt(event: MouseEvent): UnknownRow | undefined {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.rows.find((row) => row.id === id);
  }
  private async save(row: UnknownRow, done: string, work: () => Promise<unknown>): Promise<void> {
    this.savingId = row.id;
    try {
      await work();
      this.dispatchEvent(new ShowToastEvent({ title: done, variant: 'success' }));
      await this.refresh?.();
    } catch (error) {
      const message = wordsOf(error as RefusedRequest) || LABELS.tryAgain;
      this.dispatchEvent(new ShowToastEvent({ title: fillLabel(LABELS.failed, row.name), message, variant: 'error', mode: 'sticky' }));
    }
    this.savingId = '';
  }
}
