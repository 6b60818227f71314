// A table of records of any kind: on a phone each row is a card, whose cells carry the names of their columns.
import { LightningElement, api } from 'lwc';
import type { CellLook } from '../../../cell-look.ts';
import { followLink } from '../../../follow-link.ts';

export interface CellColumn {
  readonly key: string;
  readonly label: string;
  /** `own`: the name of the record, at the head of its card. */
  readonly look?: CellLook | 'own' | undefined;
  /** Set where rows can be sorted by the column: how they are now, as `aria-sort` has it. */
  readonly sort?: 'none' | 'ascending' | 'descending' | undefined;
}
export interface CellRow {
  readonly key: string;
  /** One for each column. */
  readonly cells: readonly { readonly text: string; readonly href?: string | undefined; readonly isOutside?: boolean }[];
}

/** Fires, through the components around it, `sort` with the key of the column whose heading was chosen, and `leave` before a link is followed. */
export default class CellTable extends LightningElement {
  /** Told to screen readers as the name of the table. */
  @api label = '';
  @api columns: readonly CellColumn[] = [];
  @api rows: readonly CellRow[] = [];

  get shownRows(): readonly object[] {
    return this.rows.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell, at) => {
        const { key: name, label, look = '' } = this.columns[at] ?? {};
        return { ...cell, key: name, label, look: cell.text === '' ? `${look} blank` : look };
      }),
    }));
  }

  get headings(): readonly object[] {
    return this.columns.map((column) => ({
      ...column,
      isSortable: column.sort !== undefined,
      sort: column.sort === 'none' ? undefined : column.sort,
      icon: column.sort === 'descending' ? 'utility:arrowdown' : column.sort === 'ascending' ? 'utility:arrowup' : '',
    }));
  }

  handleSort(event: MouseEvent): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: key, bubbles: true, composed: true }));
  }
  handleLink(event: MouseEvent): void {
    if ((event.currentTarget as HTMLElement).dataset['outside'] === 'true') return;
    this.dispatchEvent(new CustomEvent('leave', { bubbles: true, composed: true }));
    followLink(event);
  }
}
