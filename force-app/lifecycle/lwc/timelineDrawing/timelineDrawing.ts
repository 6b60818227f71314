// The timeline as a drawing: a strip that scrolls by itself, on which zooming, dragging and keys work.
import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { fillLabel } from 'c/labelText';
import { dateOfNumber, type DayRange, type ItemGroup, type Point } from 'c/timelineItem';
import { axisTicks, type Axis } from './axisTicks';
import { DRAWN_WORDS, LABELS } from './drawingLabels';
import { drawGroups, type Drawn, type DrawnGroup } from './drawnGroups';
import { DRAG_PIXELS, pinchOf, wheelZoom, type Pinch } from './gestures';
import { markAfterKey } from './markKeys';
import { clusterTip, itemTip, openedCluster, popoverStyle, type OpenedCluster, type Tip } from './popover';
import { ZOOM_STEP, dayAt, scaleFor, scrollAfterZoom, widthOf, xOf, zoomed, type TimeScale } from './timeScale';

/** Days that the drawing shows at first, and the part of them that has passed. */
const DAYS_AT_START = 1000;
const TODAY_AT = 0.3;
/** From this width on, the names of the products stand beside their lanes instead of above them. */
const WIDE = 640;
const NAME_WIDTH = 136;
/** Part of the view that an arrow key moves. */
const PAN_STEP = 0.2;
/** Time to move the mouse from a mark to its tip. */
const LEAVE_MILLISECONDS = 200;

/** Fires `open` with `{recordId, objectApiName}` when an item is chosen. */
export default class TimelineDrawing extends LightningElement {
  @api range: DayRange = { first: 0, last: 0 };
  @api today = 0;

  labels = LABELS;
  groups: readonly DrawnGroup[] = [];
  axis: Axis = { major: [], minor: [] };
  nameWidth = 0;
  isDragging = false;
  tip: Tip | undefined;
  opened: OpenedCluster | undefined;

  private content: readonly ItemGroup[] = [];
  private drawn: Drawn | undefined;
  private scale: TimeScale = { first: 0, last: 0, pixelsPerDay: 0 };
  private sight: DayRange = { first: 0, last: 0 };
  private viewWidth = 0;
  private pendingScroll: number | undefined;
  private pendingFocus = '';
  private tabStop = '';
  private pinch: Pinch | undefined;
  private drag: { readonly x: number; readonly scroll: number } | undefined;
  private wasDragged = false;
  private leaving: number | undefined;
  private resizing: ResizeObserver | undefined;

  @api
  get items(): readonly ItemGroup[] {
    return this.content;
  }
  set items(groups: readonly ItemGroup[]) {
    this.content = groups;
    this.tip = undefined;
    this.opened = undefined;
    if (this.viewWidth > 0) this.draw();
  }

  @api zoomIn(): void {
    this.zoom(ZOOM_STEP);
  }
  @api zoomOut(): void {
    this.zoom(1 / ZOOM_STEP);
  }
  /** Shows today where it stood at the start. */
  @api showToday(): void {
    this.scrollTo(xOf(this.scale, this.today) - this.viewWidth * TODAY_AT);
  }
  /** All the days that the timeline covers. */
  @api showAll(): void {
    this.scale = scaleFor(this.range, this.range.last + 1 - this.range.first, this.viewWidth);
    this.scrollTo(0);
  }

  get frameClass(): string {
    return this.nameWidth > 0 ? 'frame frame_wide' : 'frame';
  }
  get scrollerClass(): string {
    return this.isDragging ? 'scroller scroller_dragging' : 'scroller';
  }
  get canvasStyle(): string {
    return `width:${(this.nameWidth + widthOf(this.scale)).toFixed(0)}px`;
  }
  get todayStyle(): string {
    return `left:${(this.nameWidth + xOf(this.scale, this.today + 0.5)).toFixed(1)}px`;
  }
  get pastStyle(): string {
    return `left:${this.nameWidth}px;width:${xOf(this.scale, this.today + 0.5).toFixed(1)}px`;
  }
  get todayText(): string {
    const written = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
    return fillLabel(LABELS.today, written.format(dateOfNumber(this.today)));
  }

  private get scroller(): HTMLElement {
    const scroller = this.template?.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('the drawing is not on the page');
    return scroller;
  }

  override renderedCallback(): void {
    const { scroller } = this;
    if (this.pendingScroll !== undefined) scroller.scrollLeft = this.pendingScroll;
    this.pendingScroll = undefined;
    if (!this.resizing) {
      this.resizing = new ResizeObserver(() => this.measure());
      this.resizing.observe(scroller);
      this.measure();
    }
    this.keepOneTabStop();
    if (this.pendingFocus) this.template?.querySelector<HTMLElement>(this.pendingFocus)?.focus();
    this.pendingFocus = '';
  }

  override disconnectedCallback(): void {
    this.resizing?.disconnect();
    this.resizing = undefined;
    window.clearTimeout(this.leaving);
  }

  handleScroll(): void {
    const { scrollLeft } = this.scroller;
    const slack = this.viewWidth / 4;
    const isLeftGone = xOf(this.scale, this.sight.first) > scrollLeft - slack && this.sight.first > this.range.first;
    const isRightGone = xOf(this.scale, this.sight.last) < scrollLeft + this.viewWidth + slack && this.sight.last < this.range.last;
    if (isLeftGone || isRightGone) this.lookAt(scrollLeft);
  }

  handleWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(wheelZoom(event.deltaY), event.clientX - this.trackLeft());
  }

  handleTouchStart(event: TouchEvent): void {
    this.pinch = pinchOf(event.touches);
  }
  handleTouchMove(event: TouchEvent): void {
    const next = pinchOf(event.touches);
    if (!this.pinch || !next) return;
    event.preventDefault();
    this.scroller.scrollLeft -= next.middle - this.pinch.middle;
    this.zoom(next.distance / this.pinch.distance, next.middle - this.trackLeft());
    this.pinch = next;
  }
  handleTouchEnd(): void {
    this.pinch = undefined;
  }

  /** Fingers scroll by themselves; the mouse drags the paper. */
  handlePointerDown(event: PointerEvent): void {
    this.wasDragged = false;
    if (event.pointerType === 'mouse' && event.button === 0) this.drag = { x: event.clientX, scroll: this.scroller.scrollLeft };
  }
  handlePointerMove(event: PointerEvent): void {
    if (!this.drag) return;
    const moved = event.clientX - this.drag.x;
    if (!this.isDragging && Math.abs(moved) < DRAG_PIXELS) return;
    if (!this.isDragging) this.scroller.setPointerCapture(event.pointerId);
    this.isDragging = true;
    this.tip = undefined;
    this.scroller.scrollLeft = this.drag.scroll - moved;
  }
  handlePointerEnd(): void {
    this.drag = undefined;
    this.wasDragged = this.isDragging;
    this.isDragging = false;
  }
  handleDragStart(event: DragEvent): void {
    event.preventDefault();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-' || event.key === '_') this.zoomOut();
    else if (event.key === 'Home') this.showToday();
    else if (event.key === 'Escape') this.close();
    else if (!event.key.startsWith('Arrow')) return;
    else this.move(event.key, keyOf(event.target));
    event.preventDefault();
  }

  handleOver(event: Event): void {
    const key = keyOf(event.target);
    if (!key || this.isDragging || this.opened) return;
    window.clearTimeout(this.leaving);
    if (this.tip?.key !== key) this.tell(key);
  }
  handleLeave(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the mouse comes back or the drawing goes
    this.leaving = window.setTimeout(() => {
      this.tip = undefined;
    }, LEAVE_MILLISECONDS);
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
    // a mouse that lets go after dragging clicks as well; the Enter key clicks without a mouse
    if (this.wasDragged && event.detail > 0) event.preventDefault();
    else if (!key) this.close();
    else if (this.drawn?.clusters.has(key)) this.openCluster(key);
    else if ((event as PointerEvent).pointerType === 'touch') {
      // a finger cannot hover: the first touch tells, the link in the tip opens
      event.preventDefault();
      this.tell(key);
    } else this.follow(event, key);
  }
  /** Of a link in the tip or in an opened cluster. */
  handleFollow(event: MouseEvent): void {
    this.follow(event, (event.currentTarget as HTMLElement).dataset.item ?? '');
  }
  handleClose(): void {
    this.close();
  }
  handleOpenedKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }
  handleSpread(): void {
    if (!this.opened) return;
    const { first, last } = this.opened;
    this.scale = scaleFor(this.range, (last - first + 1) * 2, this.viewWidth);
    this.scrollTo(xOf(this.scale, (first + last) / 2) - this.viewWidth / 2);
    this.opened = undefined;
    this.pendingFocus = '.scroller';
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
    if (to) this.template?.querySelector<HTMLElement>(selectorOf(to))?.focus();
    else if (arrow === 'ArrowLeft') this.scroller.scrollLeft -= this.viewWidth * PAN_STEP;
    else if (arrow === 'ArrowRight') this.scroller.scrollLeft += this.viewWidth * PAN_STEP;
    else if (!from) this.template?.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
  }

  private tell(key: string): void {
    const item = this.drawn?.itemsByKey.get(key);
    const parts = this.drawn?.clusters.get(key);
    const style = this.styleBelow(key);
    if (parts) this.tip = clusterTip(key, parts, DRAWN_WORDS.cluster(parts), LABELS.clusterHint, style);
    else if (item) this.tip = itemTip(item, style);
  }

  private openCluster(key: string): void {
    const parts: readonly (Point & { readonly href: string })[] = this.drawn?.clusters.get(key) ?? [];
    this.tip = undefined;
    this.opened = openedCluster(key, parts, DRAWN_WORDS.cluster(parts), this.styleBelow(key));
    this.pendingFocus = '.opened a';
  }

  private close(): void {
    if (this.opened) this.pendingFocus = selectorOf(this.opened.key);
    this.opened = undefined;
    this.tip = undefined;
  }

  private styleBelow(key: string): string {
    const mark = this.template?.querySelector(selectorOf(key));
    const frame = this.template?.querySelector('.frame');
    return mark && frame ? popoverStyle(mark.getBoundingClientRect(), frame.getBoundingClientRect()) : '';
  }

  private trackLeft(): number {
    return this.scroller.getBoundingClientRect().left + this.nameWidth;
  }

  private measure(): void {
    const { clientWidth, scrollLeft } = this.scroller;
    const nameWidth = clientWidth >= WIDE ? NAME_WIDTH : 0;
    const viewWidth = clientWidth - nameWidth;
    if (clientWidth === 0 || viewWidth === this.viewWidth) return;
    const isFirst = this.viewWidth === 0;
    const left = isFirst ? undefined : dayAt(this.scale, scrollLeft);
    this.nameWidth = nameWidth;
    this.viewWidth = viewWidth;
    this.scale = isFirst ? scaleFor(this.range, DAYS_AT_START, viewWidth) : zoomed(this.scale, 1, viewWidth);
    this.scrollTo(left === undefined ? xOf(this.scale, this.today) - viewWidth * TODAY_AT : xOf(this.scale, left));
  }

  /** `anchor` is the place in the view that stays where it is: today when it is in sight, else the middle. */
  private zoom(factor: number, anchor = this.anchor()): void {
    const { scrollLeft } = this.scroller;
    const scale = zoomed(this.scale, factor, this.viewWidth);
    const scroll = scrollAfterZoom(this.scale, scale, scrollLeft, anchor);
    this.scale = scale;
    this.scrollTo(scroll);
  }
  private anchor(): number {
    const today = xOf(this.scale, this.today) - this.scroller.scrollLeft;
    return today >= 0 && today <= this.viewWidth ? today : this.viewWidth / 2;
  }

  private scrollTo(scroll: number): void {
    const kept = Math.max(0, Math.min(scroll, widthOf(this.scale) - this.viewWidth));
    this.pendingScroll = kept;
    this.lookAt(kept);
  }

  /** Draws what can be seen from a scroll position, and as much again on both sides. */
  private lookAt(scroll: number): void {
    this.sight = {
      first: Math.max(this.range.first, Math.floor(dayAt(this.scale, scroll - this.viewWidth))),
      last: Math.min(this.range.last, Math.ceil(dayAt(this.scale, scroll + 2 * this.viewWidth))),
    };
    this.draw();
  }

  private draw(): void {
    this.drawn = drawGroups(this.content, this.scale, this.sight, this.today, DRAWN_WORDS);
    this.groups = this.drawn.groups;
    this.axis = axisTicks(this.scale, this.sight, LOCALE, LABELS.quarter);
    this.tip = undefined;
  }

  /** Tab enters the marks once; arrow keys move between them. */
  private keepOneTabStop(): void {
    const marks = [...(this.template?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const stop = marks.find(({ dataset }) => dataset.key === this.tabStop) ?? marks[0];
    for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
  }
}

function keyOf(target: EventTarget | null): string {
  return (target as Element | null)?.closest<HTMLElement>('[data-key]')?.dataset.key ?? '';
}

function selectorOf(key: string): string {
  return `[data-key="${key}"]`;
}
