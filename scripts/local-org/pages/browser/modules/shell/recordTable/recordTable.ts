// A table of records of any object: columns by object-info, rows through GraphQL.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResponse } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import countOne from '@salesforce/label/shell.Count_One';
import countOther from '@salesforce/label/shell.Count_Other';
import countSome from '@salesforce/label/shell.Count_Some';
import emptyList from '@salesforce/label/shell.Empty_List';
import language from '@salesforce/i18n/lang';
import showMore from '@salesforce/label/shell.Show_More';
import { countedLabel, fillLabel, numberText } from 'c/labelText';
import type { CellColumn, CellRow } from 'shell/cellTable';
import { lookOf } from '../../../cell-look.ts';
import { fieldText } from '../../../field-text.ts';
import type { LoadState } from '../../../load-state.ts';
import { isSortable, type ListSort } from '../../../list-sort.ts';
import { fieldLabel } from '../../../record-fields.ts';
import { cellOf, knownColumns, listQuery, type ListedField, type ListedNode } from '../../../record-query.ts';
import { TEXT_SETTING } from '../../../text-setting.ts';

const PAGE_SIZE = 25;
const ROW_LIMIT = 2000;
/** What an auto-number looks like: `CC-0000010`. */
const NUMBER = /^\p{Lu}+-\d+$/u;
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

export default class RecordTable extends LightningElement {
  /** Names of fields. */
  @api columns: readonly string[] = [];
  @api objectApiName: string | undefined;
  /** Filter of the object, as GraphQL takes it. */
  @api where: object = {};
  @api orderBy: object = {};
  /** How the records are sorted where their headings sort them: `null` when by none of the columns. */
  @api sorted: ListSort | null | undefined;
  /** Shows so many records from the start. */
  @api startRows = 0;
  @api emptyText = emptyList;
  /** Shows so many records at most, without more on demand and without saying how many there are: that is said around it. */
  @api limit: number | undefined;
  /** Told to screen readers as the name of the table. */
  @api label = '';

  labels = { showMore };
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
  /** How many records are shown. */
  @api get rowCount(): number {
    return this.nodes.length;
  }
  get query(): ReturnType<typeof gql> | undefined {
    return this.object && this.shownColumns.length > 0
      ? gql([listQuery(this.object, this.shownColumns)] as unknown as TemplateStringsArray)
      : undefined;
  }
  get variables(): object {
    return { where: this.where, orderBy: this.orderBy, first: this.limit ?? Math.max(this.first, this.startRows) };
  }

  /** What stands at the head of a record's card: its name, or the first other record that it names where its name is a mere number. */
  private get headField(): string | undefined {
    const name = this.object?.nameFields[0];
    const isNumbered =
      name !== undefined && this.nodes.every((node) => NUMBER.test(String((node[name] as { value?: unknown } | null)?.value)));
    return (isNumbered ? this.shownColumns.find(({ dataType }) => dataType === 'Reference')?.apiName : undefined) ?? name;
  }
  get headers(): readonly CellColumn[] {
    const head = this.headField;
    return this.shownColumns.map((column) => {
      const look = head === column.apiName ? 'own' : lookOf(column.dataType);
      return { key: column.apiName, label: fieldLabel(column), look, sort: this.sortOf(column) };
    });
  }
  get rows(): readonly CellRow[] {
    return this.nodes.map((node) => ({ key: node.Id, cells: this.shownColumns.map((column) => this.cell(node, column)) }));
  }
  get state(): LoadState {
    if (this.isFailed) return { kind: 'failed', message: '' };
    if (!this.isLoaded) return { kind: 'loading' };
    return { kind: this.nodes.length === 0 ? 'empty' : 'shown' };
  }
  get isTable(): boolean {
    return this.state.kind === 'shown';
  }
  get canShowMore(): boolean {
    return this.limit === undefined && this.hasMore && this.first < ROW_LIMIT;
  }
  get count(): string {
    if (this.limit !== undefined) return '';
    if (this.hasMore) return fillLabel(countSome, numberText(this.nodes.length), numberText(this.total));
    return countedLabel({ one: countOne, other: countOther }, this.nodes.length, language);
  }

  handleShowMore(): void {
    this.first = Math.min(Math.max(this.first, this.startRows) + PAGE_SIZE * 2, ROW_LIMIT);
  }
  handleTryAgain(): void {
    void this.refresh?.();
  }
  private sortOf(column: ListedField): CellColumn['sort'] {
    if (this.sorted === undefined || !isSortable(column)) return undefined;
    if (this.sorted?.field !== column.apiName) return 'none';
    return this.sorted.isDescending ? 'descending' : 'ascending';
  }
  private cell(node: ListedNode, column: ListedField): CellRow['cells'][number] {
    const written = this.object ? fieldText(cellOf(node, this.object, column), TEXT_SETTING) : undefined;
    return { text: written?.text ?? '', href: written?.link?.href, isOutside: written?.link?.isRecord === false };
  }
}
