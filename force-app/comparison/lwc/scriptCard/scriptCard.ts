// A comparison script as a rep sees it during the call. Fires `use` with the line that was said.
import { LightningElement, api } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import { objectionsWith, type CardContent, type ScriptLine } from 'c/comparisonLines';
import { countedLabel } from 'c/labelText';
import { CARD_LABELS, FOUND } from './cardLabels';

interface ShownLine extends ScriptLine {
  readonly key: string;
  readonly pressed: string;
  readonly className: string;
  readonly isUsed: boolean;
}

/** Objections that fit without searching. */
const FIRST_OBJECTIONS = 3;
const LAST_KEY = 9;

export default class ScriptCard extends LightningElement {
  @api content: CardContent | undefined;
  /** The line marked as said. */
  @api usedId: string | undefined;
  /** Set where nothing is captured, so that the questions stand in the card. */
  @api withQuestions = false;

  labels = CARD_LABELS;
  typed = '';

  get differences(): readonly ShownLine[] {
    return this.shown(this.content?.differences ?? [], 0);
  }
  get objections(): readonly ShownLine[] {
    return this.shown(this.found.slice(0, this.typed ? undefined : FIRST_OBJECTIONS), this.content?.differences.length ?? 0);
  }
  get internal(): readonly ScriptLine[] {
    return this.content?.internal ?? [];
  }
  get withheld(): readonly ScriptLine[] {
    return this.content?.withheld ?? [];
  }
  get questions(): readonly { readonly key: number; readonly text: string }[] {
    return (this.content?.questions ?? []).map((text, key) => ({ key, text }));
  }
  get hasDifferences(): boolean {
    return this.differences.length > 0;
  }
  get hasObjections(): boolean {
    return (this.content?.objections.length ?? 0) > 0;
  }
  get hasInternal(): boolean {
    return this.internal.length > 0;
  }
  get isLive(): boolean {
    return !this.withQuestions;
  }
  get withheldTitle(): string {
    return this.withheld.length > 0 ? `${this.labels.withheld} (${this.withheld.length})` : '';
  }
  /** Told to screen readers while typing. */
  get foundText(): string {
    if (!this.typed) return '';
    return this.found.length > 0 ? countedLabel(FOUND, this.found.length, LANGUAGE) : this.labels.noObjection;
  }
  get isNothingFound(): boolean {
    return this.typed !== '' && this.found.length === 0;
  }

  /** Marks the line of a number key; true when there is one. */
  @api press(key: string): boolean {
    const line = [...this.differences, ...this.objections].find((one) => one.key === key);
    if (line) this.tell(line);
    return line !== undefined;
  }

  @api focusSearch(): void {
    this.template?.querySelector<HTMLElement>('.search')?.focus();
  }

  handleType(event: CustomEvent<{ readonly value: string }>): void {
    this.typed = event.detail.value.trim();
  }

  handleUse(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const line = [...(this.content?.differences ?? []), ...(this.content?.objections ?? [])].find((one) => one.id === id);
    if (line) this.tell(line);
  }

  /** Arrow keys go from line to line, as in a list. */
  handleArrow(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = [...(this.template?.querySelectorAll<HTMLElement>('button.line') ?? [])];
    const to = lines[lines.indexOf(event.target as HTMLElement) + step];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  private get found(): readonly ScriptLine[] {
    return objectionsWith(this.content?.objections ?? [], this.typed);
  }

  private shown(lines: readonly ScriptLine[], before: number): ShownLine[] {
    return lines.map((line, index) => {
      const [number, isUsed] = [before + index + 1, line.id === this.usedId];
      const className = isUsed ? 'line line_used' : 'line';
      return { ...line, key: number <= LAST_KEY ? String(number) : '', pressed: String(isUsed), className, isUsed };
    });
  }

  private tell({ id, words, objection }: ScriptLine): void {
    this.dispatchEvent(new CustomEvent('use', { detail: { id, words, objection } }));
  }
}
