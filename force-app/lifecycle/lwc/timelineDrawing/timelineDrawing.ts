// The timeline as a drawing: a strip that scrolls by itself, on which zooming, dragging and keys work.
import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { fillLabel } from 'c/labelText';
import { dateOfNumber, type DayRange, type ItemGroup } from 'c/timelineItem';
import type { PopoverContent } from 'c/timelinePopover';
import { axisTicks, type Axis } from './axisTicks';
import { DRAWN_WORDS, LABELS } from './drawingLabels';
import { drawGroups, type Drawn, type DrawnGroup } from './drawnGroups';
import { DRAG_PIXELS, pinchOf, wheelZoom, type Pinch } from './gestures';
import { markAfterKey } from './markKeys';
import { clusterTip, itemTip, openedCluster } from './popoverContent';
import { popoverPlace } from './popoverPlace';
import { ZOOM_STEP, widthOf, xOf } from './timeScale';
import { around, atToday, isNearEdge, measured, scrolledTo, withAllDays, zoomedAt, type Viewport } from './viewport';

/** Part of the view that an arrow key moves. */
const PAN_STEP = 0.2;
/** Time to move the mouse from a mark to its tip. */
const LEAVE_MILLISECONDS = 200;
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

/** Fires `open` with `{recordId, objectApiName}` when an item is chosen. */
export default class TimelineDrawing extends LightningElement {
  @api range: DayRange = { first: 0, last: 0 };
  @api today = 0;

  labels = LABELS;
  groups: readonly DrawnGroup[] = [];
  axis: Axis = { major: [], minor: [] };
  isDragging = false;
  popover: PopoverContent | undefined;
  popoverStyle = '';

  private content: readonly ItemGroup[] = [];
  private drawn: Drawn | undefined;
  private viewport: Viewport | undefined;
  private hasMoved = false;
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
    if (this.viewport) this.draw(this.viewport);
  }

  @api zoomIn(): void {
    this.zoom(ZOOM_STEP);
  }
  @api zoomOut(): void {
    this.zoom(1 / ZOOM_STEP);
  }
  /** Shows today where it stood at the start. */
  @api showToday(): void {
    if (this.viewport) this.show(atToday(this.viewport, this.today));
  }
  /** All the days that the timeline covers. */
  @api showAll(): void {
    if (this.viewport) this.show(withAllDays(this.viewport));
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
  /** With the place to which the user has scrolled since, which is not kept: keeping it would draw anew at every step. */
  private get present(): Viewport | undefined {
    return this.viewport && !this.hasMoved ? { ...this.viewport, scroll: this.scroller.scrollLeft } : this.viewport;
  }
  private get nameWidth(): number {
    return this.viewport?.nameWidth ?? 0;
  }
  private get scroller(): HTMLElement {
    const scroller = this.template?.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('the drawing is not on the page');
    return scroller;
  }

  override renderedCallback(): void {
    const { scroller } = this;
    // the canvas has its new width only now, so that only now it can be scrolled that far
    if (this.hasMoved && this.viewport) scroller.scrollLeft = this.viewport.scroll;
    this.hasMoved = false;
    if (!this.resizing) {
      this.resizing = new ResizeObserver(() => this.measure());
      this.resizing.observe(scroller);
      this.measure();
    }
    this.keepOneTabStop();
    if (this.pendingFocus) this.find(this.pendingFocus)?.focus();
    this.pendingFocus = '';
  }
  override disconnectedCallback(): void {
    this.resizing?.disconnect();
    this.resizing = undefined;
    window.clearTimeout(this.leaving);
  }

  handleScroll(): void {
    if (!this.viewport) return;
    const { scrollLeft } = this.scroller;
    if (isNearEdge(this.viewport, scrollLeft)) this.draw(scrolledTo(this.viewport, scrollLeft));
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
    const { present } = this;
    if (!this.pinch || !next || !present) return;
    event.preventDefault();
    const moved = scrolledTo(present, present.scroll - (next.middle - this.pinch.middle));
    this.show(zoomedAt(moved, next.distance / this.pinch.distance, this.today, next.middle - this.trackLeft()));
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
    this.popover = undefined;
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
    this.leaving = window.setTimeout(() => {
      this.popover = undefined;
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
    else if (!key) this.popover = undefined;
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
    this.popover = undefined;
  }
  handleSpread(): void {
    const days = (this.popover?.parts ?? []).map(({ day }) => day);
    if (this.viewport) this.show(around(this.viewport, { first: Math.min(...days), last: Math.max(...days) }));
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
    const step = (this.viewport?.width ?? 0) * PAN_STEP;
    if (to) this.find(selectorOf(to))?.focus();
    else if (arrow === 'ArrowLeft') this.scroller.scrollLeft -= step;
    else if (arrow === 'ArrowRight') this.scroller.scrollLeft += step;
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

  private find(selector: string): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>(selector);
  }
  private trackLeft(): number {
    return this.scroller.getBoundingClientRect().left + this.nameWidth;
  }
  private measure(): void {
    const { clientWidth } = this.scroller;
    if (clientWidth === 0 || clientWidth === this.nameWidth + (this.viewport?.width ?? 0)) return;
    this.show(measured(this.present, clientWidth, this.range, this.today));
  }
  private zoom(factor: number, anchor?: number): void {
    if (this.present) this.show(zoomedAt(this.present, factor, this.today, anchor));
  }
  private show(viewport: Viewport): void {
    this.hasMoved = true;
    this.draw(viewport);
  }
  private draw(viewport: Viewport): void {
    this.viewport = viewport;
    this.drawn = drawGroups(this.content, viewport.scale, viewport.sight, this.today, DRAWN_WORDS);
    this.groups = this.drawn.groups;
    this.axis = axisTicks(viewport.scale, viewport.sight, LOCALE, LABELS.quarter);
    this.popover = undefined;
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
