// The matrix of products and propositions: each cell is ticked by mouse or keyboard and saved at once; a refusal asks for its reason.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CATEGORY_FIELD from '@salesforce/schema/Product2.Product_Category__c';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import { answered, nodesOf, shownOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { MASTER_RECORD_TYPE, choicesOf } from 'c/picklistChoices';
import { cellAfterKey, matrixRows, type MatrixCell, type MatrixRow } from './matrixCells';
import { LABELS } from './matrixLabels';
import {
  MATRIX_QUERY,
  MOST_PRODUCTS,
  matrixVariables,
  type MatrixAnswer,
  type PairNode,
  type ProductNode,
  type PropositionNode,
} from './matrixQuery';

const PAIR = 'Product_Proposition__c';

export default class PropositionMatrix extends LightningElement {
  labels = LABELS;
  query = MATRIX_QUERY;
  category = '';
  categories: readonly { readonly label: string; readonly value: string }[] = [];
  products: readonly ProductNode[] = [];
  propositions: readonly PropositionNode[] = [];
  pairs: readonly PairNode[] = [];
  hasMore = false;
  failure: Failure | undefined;
  isLoaded = false;
  isSaving = false;
  said = '';
  refusal = '';
  /** The cell that is to be refused, while its reason is typed. */
  asked: MatrixCell | undefined;
  reason = '';

  private current: string | undefined;
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readMatrix(response: GraphQLResponse<MatrixAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    if (!data && !errors?.length) return;
    this.failure = failureOf(errors);
    this.products = nodesOf(data?.uiapi.query.Product2);
    this.hasMore = data?.uiapi.query.Product2?.pageInfo?.hasNextPage === true;
    this.propositions = nodesOf(data?.uiapi.query.Proposition__c);
    this.pairs = nodesOf(data?.uiapi.query.Product_Proposition__c);
    this.isLoaded = true;
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer);
  }

  get variables(): object {
    return matrixVariables(this.category);
  }
  get categoryChoices(): readonly { readonly label: string; readonly value: string }[] {
    return [{ label: LABELS.allCategories, value: '' }, ...this.categories];
  }
  /** Propositions for one category only stand where that category is shown. */
  get columns(): readonly PropositionNode[] {
    return this.propositions.filter(
      ({ Product_Category__c }) => !this.category || !Product_Category__c?.value || Product_Category__c.value === this.category,
    );
  }
  get heads(): readonly { readonly id: string; readonly name: string; readonly offer: string }[] {
    return this.columns.map((one) => ({ id: one.Id, name: shownOf(one.Name), offer: shownOf(one.Offer__c) }));
  }
  get rows(): readonly MatrixRow[] {
    return matrixRows(this.products, this.columns, this.pairs, LABELS, this.current);
  }
  get isLoading(): boolean {
    return !this.isLoaded && !this.failure;
  }
  get isShown(): boolean {
    return this.isLoaded && !this.failure;
  }
  get isEmpty(): boolean {
    return this.isShown && (this.products.length === 0 || this.columns.length === 0);
  }
  get isReady(): boolean {
    return this.isShown && !this.isEmpty;
  }
  get moreText(): string {
    return this.hasMore ? fillLabel(LABELS.more, MOST_PRODUCTS) : '';
  }
  get question(): string {
    return this.asked ? fillLabel(LABELS.whyNot, this.asked.proposition, this.asked.product) : '';
  }

  handleRetry(): void {
    void this.refresh?.();
  }
  handleCategory(event: CustomEvent<{ readonly value: string }>): void {
    this.category = event.detail.value;
    this.current = undefined;
    this.asked = undefined;
  }
  handleCell(event: Event): void {
    const cell = this.cellOf(event.currentTarget);
    if (!cell || this.isSaving) return;
    this.current = cell.key;
    this.said = '';
    this.refusal = '';
    if (cell.isAllowed) {
      this.asked = cell;
      this.reason = '';
    } else void this.decide(cell, true, null);
  }
  handleKey(event: KeyboardEvent): void {
    const cell = this.cellOf(event.target);
    const to = cell && cellAfterKey(event.key, cell.key, this.rows);
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.current = to.key;
    this.template?.querySelector<HTMLElement>(`button[data-key="${to.key}"]`)?.focus();
  }
  handleReason(event: CustomEvent<{ readonly value: string }>): void {
    this.reason = event.detail.value;
  }
  handleRefuse(): void {
    const input = this.template?.querySelector<HTMLElement & { reportValidity: () => boolean }>('.reason');
    if (this.asked && input?.reportValidity()) void this.decide(this.asked, false, this.reason.trim());
  }
  handleCancel(): void {
    this.asked = undefined;
  }

  private cellOf(target: EventTarget | null): MatrixCell | undefined {
    const { key } = (target as HTMLElement).dataset;
    return this.rows.flatMap(({ cells }) => cells).find((cell) => cell.key === key);
  }

  private async decide(cell: MatrixCell, isAllowed: boolean, reason: string | null): Promise<void> {
    this.isSaving = true;
    const fields = { Is_Allowed__c: isAllowed, Reason__c: reason };
    try {
      await (cell.pairId
        ? updateRecord({ fields: { Id: cell.pairId, ...fields } })
        : createRecord({ apiName: PAIR, fields: { ...fields, Product__c: cell.productId, Proposition__c: cell.propositionId } }));
      await this.refresh?.();
      this.asked = undefined;
      this.said = fillLabel(isAllowed ? LABELS.savedAllowed : LABELS.savedRefused, cell.proposition, cell.product);
    } catch (error) {
      this.refusal = fillLabel(LABELS.notSaved, whyNotSaved(error));
    }
    this.isSaving = false;
  }
}
