// The timeline as a list: the content of the drawing in words, for screen readers, phones and paper.
import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { dateOfNumber, type ItemGroup, type LinkedItem } from 'c/timelineItem';
import { KIND_LABELS, LABELS } from './listLabels';
import { listParts, rowOf, type ListRow, type ListWords } from './listRows';

interface ShownPart {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly ListRow[];
}
interface ShownGroup {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly ShownPart[];
}

const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
const WORDS: ListWords = { kindOf: ({ kind }) => KIND_LABELS[kind], written: (day) => DATES.format(dateOfNumber(day)) };

/** Fires `open` with `{recordId, objectApiName}` when an item is chosen. */
export default class TimelineList extends LightningElement {
  @api today = 0;
  @api items: readonly ItemGroup[] = [];
  /** Items of which nobody can say where they stand. */
  @api undated: readonly LinkedItem[] = [];

  labels = LABELS;

  get groups(): readonly ShownGroup[] {
    return this.items.map(({ category, name, items }) => {
      const { coming, past } = listParts(items, this.today, WORDS);
      const parts = [
        { key: 'coming', heading: LABELS.coming, rows: coming },
        { key: 'past', heading: LABELS.past, rows: past },
      ];
      return {
        key: category || 'account',
        name: category ? name : LABELS.wholeAccount,
        parts: parts.filter(({ rows }) => rows.length > 0),
      };
    });
  }
  get undatedRows(): readonly ListRow[] {
    return this.undated.map((item) => rowOf(item, this.today, WORDS));
  }
  get hasUndated(): boolean {
    return this.undated.length > 0;
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const { key } = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset ?? {};
    const item = [...this.items.flatMap(({ items }) => items), ...this.undated].find((one) => one.key === key);
    if (!item) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('open', { detail: { recordId: item.recordId, objectApiName: item.objectApiName } }));
  }
}
