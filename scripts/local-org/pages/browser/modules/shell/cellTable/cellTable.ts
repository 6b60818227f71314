// A table of records of any kind: on a phone each row is a card, whose cells carry the names of their columns.
import { LightningElement, api } from 'lwc';
import type { CellLook } from '../../../cell-look.ts';
import { followLink } from '../../../follow-link.ts';

export interface CellColumn {
  readonly key: string;
  readonly label: string;
  /** `own`: the name of the record, at the head of its card. */
  readonly look?: CellLook | 'own' | undefined;
}
export interface CellRow {
  readonly key: string;
  /** One for each column. */
  readonly cells: readonly { readonly text: string; readonly href?: string | undefined; readonly isOutside?: boolean }[];
}

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

  handleLink(event: MouseEvent): void {
    if ((event.currentTarget as HTMLElement).dataset['outside'] !== 'true') followLink(event);
  }
}
