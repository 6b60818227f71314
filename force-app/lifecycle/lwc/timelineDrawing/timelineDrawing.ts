// The timeline as a drawing: bars, bands and points on a strip, with a box beside the mark that is looked at.
import { api } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { fillLabel } from 'c/labelText';
import { dateOfNumber, type ItemGroup } from 'c/timelineItem';
import type { PopoverContent } from 'c/timelinePopover';
import { axisTicks, type Axis } from './axisTicks';
import { DRAWN_WORDS, LABELS } from './drawingLabels';
import { drawGroups, type Drawn, type DrawnGroup } from './drawnGroups';
import { markAfterKey } from './markKeys';
import { clusterTip, itemTip, openedCluster } from './popoverContent';
import { popoverPlace } from './popoverPlace';
import { widthOf, xOf } from './timeScale';
import { TimelineStrip } from './timelineStrip';
import { around, type Viewport } from './viewport';

/** Time to move the mouse from a mark to its tip. */
const LEAVE_MILLISECONDS = 200;
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

/** Fires `open` with `{recordId, objectApiName}` when an item is chosen. */
export default class TimelineDrawing extends TimelineStrip {
  labels = LABELS;
  groups: readonly DrawnGroup[] = [];
  axis: Axis = { major: [], minor: [] };
  popover: PopoverContent | undefined;
  popoverStyle = '';

  private content: readonly ItemGroup[] = [];
  private drawn: Drawn | undefined;
  private pendingFocus = '';
  private tabStop = '';
  private leaving: number | undefined;

  @api
  get items(): readonly ItemGroup[] {
    return this.content;
  }
  set items(groups: readonly ItemGroup[]) {
    this.content = groups;
    if (this.viewport) this.draw(this.viewport);
  }

  get frameClass(): string {
    return this.nameWidth > 0 ? 'frame frame_wide' : 'frame';
  }
  get scrollerClass(): string {
    return this.isDragging ? 'scroller scroller_dragging' : 'scroller';
  }
  get canvasStyle(): string {
    return `width:${(this.nameWidth + (this.viewport ? widthOf(this.viewport.scale) : 0)).toFixed(0)}px`;
  }
  get todayStyle(): string {
    return `left:${(this.nameWidth + this.todayX).toFixed(1)}px`;
  }
  get pastStyle(): string {
    return `left:${this.nameWidth}px;width:${this.todayX.toFixed(1)}px`;
  }
  get todayText(): string {
    return fillLabel(LABELS.today, DATES.format(dateOfNumber(this.today)));
  }
  private get todayX(): number {
    return this.viewport ? xOf(this.viewport.scale, this.today + 0.5) : 0;
  }

  override renderedCallback(): void {
    super.renderedCallback();
    this.keepOneTabStop();
    if (this.pendingFocus) this.find(this.pendingFocus)?.focus();
    this.pendingFocus = '';
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.leaving);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-' || event.key === '_') this.zoomOut();
    else if (event.key === 'Home') this.showToday();
    else if (event.key === 'Escape') this.handleClose();
    else if (!event.key.startsWith('Arrow')) return;
    else this.move(event.key, keyOf(event.target));
    event.preventDefault();
  }
  handleOver(event: Event): void {
    const key = keyOf(event.target);
    if (!key || this.isDragging || this.popover?.parts) return;
    window.clearTimeout(this.leaving);
    if (this.popover?.key !== key) this.tell(key, false);
  }
  handleLeave(): void {
    if (this.popover?.parts) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the mouse comes back or the drawing goes
    this.leaving = window.setTimeout(() => this.closePopover(), LEAVE_MILLISECONDS);
  }
  handleStay(): void {
    window.clearTimeout(this.leaving);
  }
  handleFocus(event: Event): void {
    this.tabStop = keyOf(event.target) || this.tabStop;
    this.keepOneTabStop();
    this.handleOver(event);
  }
  handleClick(event: MouseEvent): void {
    const key = keyOf(event.target);
    if (this.isEndOfDrag(event)) event.preventDefault();
    else if (!key) this.closePopover();
    else if (this.drawn?.clusters.has(key)) this.tell(key, true);
    else if ((event as PointerEvent).pointerType === 'touch') {
      // a finger cannot hover: the first touch tells, the link in the tip opens
      event.preventDefault();
      this.tell(key, false);
    } else this.follow(event, key);
  }
  handleOpen(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('open', { detail: event.detail }));
  }
  handleClose(): void {
    if (this.popover?.parts) this.pendingFocus = selectorOf(this.popover.key);
    this.closePopover();
  }
  handleSpread(): void {
    const days = (this.popover?.parts ?? []).map(({ day }) => day);
    if (this.viewport) this.show(around(this.viewport, { first: Math.min(...days), last: Math.max(...days) }));
    this.pendingFocus = '.scroller';
  }

  protected override draw(viewport: Viewport): void {
    this.viewport = viewport;
    this.drawn = drawGroups(this.content, viewport.scale, viewport.sight, this.today, DRAWN_WORDS);
    this.groups = this.drawn.groups;
    this.axis = axisTicks(viewport.scale, viewport.sight, LANGUAGE, LABELS.quarter);
    this.closePopover();
  }
  protected override closePopover(): void {
    this.popover = undefined;
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  private follow(event: MouseEvent, key: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const item = this.drawn?.itemsByKey.get(key);
    if (item) this.dispatchEvent(new CustomEvent('open', { detail: { recordId: item.recordId, objectApiName: item.objectApiName } }));
  }

  private move(arrow: string, from: string): void {
    const to = from ? markAfterKey(this.drawn?.rows ?? [], from, arrow) : undefined;
    if (to) this.find(selectorOf(to))?.focus();
    else if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') this.pan(arrow === 'ArrowRight' ? 1 : -1);
    else if (!from) this.find('[data-key][tabindex="0"]')?.focus();
  }

  private tell(key: string, isOpened: boolean): void {
    const item = this.drawn?.itemsByKey.get(key);
    const parts = this.drawn?.clusters.get(key);
    const mark = this.find(selectorOf(key));
    const frame = this.find('.frame');
    if (mark && frame) this.popoverStyle = popoverPlace(mark.getBoundingClientRect(), frame.getBoundingClientRect());
    if (parts) this.popover = isOpened ? openedCluster(key, parts) : clusterTip(key, parts);
    else if (item) this.popover = itemTip(item);
  }

  /** Tab enters the marks once; arrow keys move between them. */
  private keepOneTabStop(): void {
    const marks = [...(this.template?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const stop = marks.find(({ dataset }) => dataset.key === this.tabStop) ?? marks[0];
    for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
  }

  private find(selector: string): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>(selector);
  }
}

function keyOf(target: EventTarget | null): string {
  return (target as Element | null)?.closest<HTMLElement>('[data-key]')?.dataset.key ?? '';
}

function selectorOf(key: string): string {
  return `[data-key="${key}"]`;
}
