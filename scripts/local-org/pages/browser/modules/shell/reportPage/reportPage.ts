// A report: what it is about, its chart, its groups with subtotals, and the records behind them.
import { LightningElement, api } from 'lwc';
import countOne from '@salesforce/label/shell.Count_One';
import countOther from '@salesforce/label/shell.Count_Other';
import emptyReport from '@salesforce/label/shell.Empty_Report';
import hideRecords from '@salesforce/label/shell.Hide_Records';
import mostRecords from '@salesforce/label/shell.Most_Records';
import recordsWord from '@salesforce/label/shell.Records';
import reports from '@salesforce/label/shell.Reports';
import showRecords from '@salesforce/label/shell.Show_Records';
import shownNumber from '@salesforce/label/shell.Shown_Number';
import totalWord from '@salesforce/label/shell.Total';
import { countedLabel, fillLabel } from 'c/labelText';
import type { CellRow } from 'shell/cellTable';
import { stateAfter, type LoadState } from '../../../load-state.ts';
import { recordAddresses, type RecordAddresses } from '../../../record-addresses.ts';
import {
  chartData,
  detailTable,
  matrixColumns,
  matrixLines,
  summaryLines,
  totalLine,
  type ChartData,
  type DetailTable,
  type GroupLine,
  type ReportResult,
} from '../../../report-result.ts';
import { request } from '../../../request.ts';
import { session } from '../../../session.ts';
import { TEXT_SETTING } from '../../../text-setting.ts';

interface Column {
  readonly key: string;
  readonly label: string;
}

export default class ReportPage extends LightningElement {
  @api recordId = '';

  labels = { emptyReport, records: recordsWord, reports, shownNumber };
  result: ReportResult | undefined;
  isWithRecords = false;
  state: LoadState = { kind: 'loading' };
  chosen: string | undefined;
  addresses: RecordAddresses | undefined;

  override connectedCallback(): void {
    void this.load(false);
  }

  get name(): string {
    return this.result?.reportMetadata.name ?? '';
  }
  get description(): string {
    return this.result?.reportMetadata.description ?? '';
  }
  get isEmpty(): boolean {
    return this.result?.factMap['T!T']?.aggregates.at(-1)?.value === 0;
  }

  get hasChart(): boolean {
    return this.result?.reportMetadata.chart !== null && !this.isEmpty;
  }
  get chart(): ChartData {
    const { result } = this;
    const drawn = result?.reportMetadata.chart;
    return result && drawn ? chartData(result, drawn.groupings, drawn.summaries[0] ?? 'RowCount') : { groups: [], series: [] };
  }
  get chartType(): string {
    return this.result?.reportMetadata.chart?.chartType ?? '';
  }
  get chartLabel(): string {
    return this.aggregateLabel(this.result?.reportMetadata.chart?.summaries[0] ?? 'RowCount');
  }

  private get isMatrix(): boolean {
    return this.result?.reportMetadata.reportFormat === 'MATRIX';
  }
  private aggregateLabel(name: string): string {
    return this.result?.reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name;
  }
  get hasChoice(): boolean {
    return this.isMatrix && this.choices.length > 1 && !this.isEmpty;
  }
  get choices(): readonly { readonly value: string; readonly label: string }[] {
    return (this.result?.reportMetadata.aggregates ?? []).map((value) => ({ value, label: this.aggregateLabel(value) }));
  }
  /** A matrix shows one number at a time: first what its chart draws. */
  get shownAggregate(): string {
    return this.chosen ?? this.result?.reportMetadata.chart?.summaries[0] ?? 'RowCount';
  }
  get groupLabel(): string {
    const { reportMetadata, reportExtendedMetadata } = this.result ?? {};
    return (reportMetadata?.groupingsDown ?? [])
      .map(({ name }) => reportExtendedMetadata?.groupingColumnInfo[name]?.label ?? name)
      .join(' / ');
  }
  get columns(): readonly Column[] {
    if (!this.result) return [];
    return this.isMatrix ? matrixColumns(this.result, totalWord) : this.choices.map(({ value, label }) => ({ key: value, label }));
  }
  get lines(): readonly GroupLine[] {
    if (!this.result) return [];
    return this.isMatrix ? matrixLines(this.result, this.shownAggregate) : summaryLines(this.result);
  }
  get total(): GroupLine | undefined {
    return this.result && totalLine(this.result, totalWord, this.isMatrix ? this.shownAggregate : undefined);
  }

  get canShowRecords(): boolean {
    return !this.isEmpty;
  }
  get recordsButton(): string {
    return this.isWithRecords ? hideRecords : showRecords;
  }
  get details(): DetailTable {
    return this.result ? detailTable(this.result) : { columns: [], rows: [] };
  }
  get recordCount(): string {
    const count = this.details.rows.length;
    const counted = countedLabel({ one: countOne, other: countOther }, count, session().language.slice(0, 2));
    return this.result?.allData === false ? fillLabel(mostRecords, new Intl.NumberFormat(TEXT_SETTING.locale).format(count)) : counted;
  }
  get records(): readonly CellRow[] {
    return this.details.rows.map((cells, index) => ({
      key: String(index),
      cells: cells.map(({ label, value }) => ({
        text: label,
        href: typeof value === 'string' && value !== label ? this.addresses?.(value) : undefined,
      })),
    }));
  }

  handleTryAgain(): void {
    void this.load(this.isWithRecords);
  }
  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }
  handleRecords(): void {
    void this.load(!this.isWithRecords);
  }

  private async load(withRecords: boolean): Promise<void> {
    try {
      const path = `/analytics/reports/${this.recordId}?includeDetails=${String(withRecords)}`;
      const [result, addresses] = await Promise.all([request('GET', path), withRecords ? recordAddresses() : undefined]);
      this.addresses = addresses;
      this.result = result as ReportResult;
      this.isWithRecords = withRecords;
      this.state = { kind: 'shown' };
      document.title = `${this.name} | ${document.title.split(' | ').at(-1) ?? ''}`;
    } catch (error) {
      this.state = stateAfter(error);
    }
  }
}
