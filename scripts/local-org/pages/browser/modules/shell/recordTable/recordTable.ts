// A table of records of any object: columns by object-info, rows through GraphQL.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResponse } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import countOne from '@salesforce/label/shell.Count_One';
import countOther from '@salesforce/label/shell.Count_Other';
import countSome from '@salesforce/label/shell.Count_Some';
import emptyList from '@salesforce/label/shell.Empty_List';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import language from '@salesforce/i18n/lang';
import loading from '@salesforce/label/shell.Loading';
import showMore from '@salesforce/label/shell.Show_More';
import tryAgain from '@salesforce/label/shell.Try_Again';
import { countedLabel, fillLabel, numberText } from 'c/labelText';
import { fieldText } from '../../../field-text.ts';
import { showAddress } from '../../../page-state.ts';
import { fieldLabel } from '../../../record-fields.ts';
import { cellOf, knownColumns, listQuery, type ListedField, type ListedNode } from '../../../record-query.ts';
import { TEXT_SETTING } from '../../../text-setting.ts';

const PAGE_SIZE = 25;
const ROW_LIMIT = 2000;
const AMOUNTS = new Set(['Currency', 'Double', 'Int', 'Percent']);

interface Answer {
  readonly uiapi: {
    readonly query: Readonly<
      Record<
        string,
        {
          readonly totalCount: number;
          readonly pageInfo: { readonly hasNextPage: boolean };
          readonly edges: readonly { readonly node: ListedNode }[];
        }
      >
    >;
  };
}
interface Cell {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly href: string | undefined;
  readonly isRecord: boolean;
  readonly cellClass: string;
}

export default class RecordTable extends LightningElement {
  /** Names of fields. */
  @api columns: readonly string[] = [];
  @api objectApiName: string | undefined;
  /** Filter of the object, as GraphQL takes it. */
  @api where: object = {};
  @api orderBy: object = {};
  /** Told to screen readers as the name of the table. */
  @api label = '';

  labels = { emptyList, failedText, failedTitle, loading, showMore, tryAgain };
  first = PAGE_SIZE;
  object: ObjectInfo | undefined;
  nodes: readonly ListedNode[] = [];
  total = 0;
  hasMore = false;
  isLoaded = false;
  isFailed = false;

  private refresh: (() => Promise<void>) | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.object = data;
    if (error) this.isFailed = true;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  readRecords({ data, errors, refresh }: GraphQLResponse<Answer>): void {
    this.refresh = refresh;
    const found = this.objectApiName === undefined ? undefined : data?.uiapi?.query[this.objectApiName];
    if (found) {
      this.nodes = found.edges.map(({ node }) => node);
      this.total = found.totalCount;
      this.hasMore = found.pageInfo.hasNextPage;
      this.isLoaded = true;
      // tells who shows the table how many records there are in all
      this.dispatchEvent(new CustomEvent('counted', { detail: this.total }));
    }
    this.isFailed = !found && Boolean(errors?.length);
  }

  get shownColumns(): readonly ListedField[] {
    return this.object ? knownColumns(this.object, this.columns) : [];
  }
  get query(): ReturnType<typeof gql> | undefined {
    return this.object && this.shownColumns.length > 0
      ? gql([listQuery(this.object, this.shownColumns)] as unknown as TemplateStringsArray)
      : undefined;
  }
  get variables(): object {
    return { where: this.where, orderBy: this.orderBy, first: this.first };
  }

  get headers(): readonly { readonly key: string; readonly label: string; readonly cellClass: string }[] {
    return this.shownColumns.map((column) => ({
      key: column.apiName,
      label: fieldLabel(column),
      cellClass: AMOUNTS.has(column.dataType) ? 'amount' : '',
    }));
  }
  get rows(): readonly { readonly key: string; readonly cells: readonly Cell[] }[] {
    return this.nodes.map((node) => ({ key: node.Id, cells: this.shownColumns.map((column) => this.cell(node, column)) }));
  }
  get isEmpty(): boolean {
    return this.isLoaded && this.nodes.length === 0;
  }
  get isTable(): boolean {
    return this.isLoaded && this.nodes.length > 0 && !this.isFailed;
  }
  get isLoading(): boolean {
    return !this.isLoaded && !this.isFailed;
  }
  get canShowMore(): boolean {
    return this.hasMore && this.first < ROW_LIMIT;
  }
  get count(): string {
    if (this.hasMore) return fillLabel(countSome, numberText(this.nodes.length), numberText(this.total));
    return countedLabel({ one: countOne, other: countOther }, this.nodes.length, language);
  }

  handleShowMore(): void {
    this.first = Math.min(this.first + PAGE_SIZE * 2, ROW_LIMIT);
  }
  handleTryAgain(): void {
    void this.refresh?.();
  }
  handleLink(event: MouseEvent): void {
    const link = event.currentTarget as HTMLAnchorElement;
    if (link.dataset['record'] !== 'true' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    showAddress(link.getAttribute('href') ?? '/');
  }

  private cell(node: ListedNode, column: ListedField): Cell {
    const written = this.object ? fieldText(cellOf(node, this.object, column), TEXT_SETTING) : undefined;
    return {
      key: column.apiName,
      label: fieldLabel(column),
      text: written?.text ?? '',
      href: written?.link?.href,
      isRecord: written?.link?.isRecord ?? false,
      cellClass: AMOUNTS.has(column.dataType) ? 'amount' : '',
    };
  }
}
