// The groups of a report as a table: subgroups set in, the total last.
import { LightningElement, api } from 'lwc';
import type { GroupLine } from '../../../report-result.ts';

export default class ReportTable extends LightningElement {
  @api label = '';
  /** What the groups are, above the first column. */
  @api groupLabel = '';
  @api columns: readonly { readonly key: string; readonly label: string }[] = [];
  @api lines: readonly GroupLine[] = [];
  @api total: GroupLine | undefined;

  get shownLines(): readonly object[] {
    const lines = this.total ? [...this.lines, this.total] : this.lines;
    return lines.map((line) => ({
      ...line,
      className: line.key === 'T' ? 'line line_total' : line.level === 0 ? 'line line_outer' : 'line',
      headClass: `head head_${Math.min(line.level, 2)}`,
    }));
  }
}
