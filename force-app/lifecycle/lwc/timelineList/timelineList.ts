// The timeline as a list: the content of the drawing in words, for screen readers, phones and paper.
import { LightningElement, api } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { countedLabel } from 'c/labelText';
import { dateOfNumber, type ItemGroup, type LinkedItem } from 'c/timelineItem';
import { KIND_LABELS, LABELS, MORE } from './listLabels';
import { listParts, rowOf, type ListRow, type ListWords } from './listRows';

interface ShownPart {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly ListRow[];
  /** Words of the button that shows the rest; blank when everything is shown. */
  readonly more: string;
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
  /** Rows of a part until its button is pressed: the list of a long relation opens as fast as that of a short one. */
  @api rowsAtFirst = 50;
  /** Shows all rows at once, for paper. */
  @api isWhole = false;

  labels = LABELS;

  private opened: readonly string[] = [];

  get groups(): readonly ShownGroup[] {
    return this.items.map(({ category, name, items }) => {
      const { coming, past } = listParts(items, this.today);
      const parts = [this.partOf(`${category} coming`, LABELS.coming, coming), this.partOf(`${category} past`, LABELS.past, past)];
      return {
        key: category || 'account',
        name: category ? name : LABELS.wholeAccount,
        parts: parts.filter(({ rows }) => rows.length > 0),
      };
    });
  }
  get undatedPart(): ShownPart | undefined {
    return this.undated.length > 0 ? this.partOf('undated', LABELS.undated, this.undated) : undefined;
  }

  handleMore(event: Event): void {
    this.opened = [...this.opened, (event.currentTarget as HTMLElement).dataset.part ?? ''];
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

  private partOf(key: string, heading: string, items: readonly LinkedItem[]): ShownPart {
    const isOpen = this.isWhole || this.opened.includes(key);
    const hidden = isOpen ? 0 : Math.max(0, items.length - this.rowsAtFirst);
    const rows = items.slice(0, items.length - hidden).map((item) => rowOf(item, this.today, WORDS));
    return { key, heading, rows, more: hidden > 0 ? countedLabel(MORE, hidden, LANGUAGE) : '' };
  }
}
