// The strip under the drawing: scrolls by itself, is dragged by the mouse, zoomed by wheel, fingers and keys.
import { LightningElement, api } from 'lwc';
import type { DayRange } from 'c/timelineItem';
import { DRAG_PIXELS, pinchOf, wheelZoom, type Pinch } from './gestures';
import { ZOOM_STEP } from './timeScale';
import { atToday, isNearEdge, measured, scrolledTo, withAllDays, zoomedAt, type Viewport } from './viewport';

/** Part of the view that an arrow key moves. */
const PAN_STEP = 0.2;

export abstract class TimelineStrip extends LightningElement {
  @api range: DayRange = { first: 0, last: 0 };
  @api today = 0;

  isDragging = false;

  /** Undefined until the strip has been measured. */
  protected viewport: Viewport | undefined;
  /** A mouse that lets go after dragging clicks as well; the Enter key clicks without a mouse. */
  private wasDragged = false;
  private hasMoved = false;
  private pinch: Pinch | undefined;
  private drag: { readonly x: number; readonly scroll: number } | undefined;
  private resizing: ResizeObserver | undefined;

  /** Draws what the viewport has in sight. */
  protected abstract draw(viewport: Viewport): void;
  protected abstract closePopover(): void;

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

  override renderedCallback(): void {
    const { scroller } = this;
    // the canvas has its new width only now, so that only now it can be scrolled that far
    if (this.hasMoved && this.viewport) scroller.scrollLeft = this.viewport.scroll;
    this.hasMoved = false;
    if (this.resizing) return;
    this.resizing = new ResizeObserver(() => this.measure());
    this.resizing.observe(scroller);
    this.measure();
  }
  override disconnectedCallback(): void {
    this.resizing?.disconnect();
    this.resizing = undefined;
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
    this.closePopover();
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

  protected get scroller(): HTMLElement {
    const scroller = this.template?.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('the drawing is not on the page');
    return scroller;
  }
  protected get nameWidth(): number {
    return this.viewport?.nameWidth ?? 0;
  }
  protected isEndOfDrag(event: MouseEvent): boolean {
    return this.wasDragged && event.detail > 0;
  }
  /** Moves the view by one step of an arrow key. */
  protected pan(direction: 1 | -1): void {
    this.scroller.scrollLeft += direction * (this.viewport?.width ?? 0) * PAN_STEP;
  }
  protected show(viewport: Viewport): void {
    this.hasMoved = true;
    this.draw(viewport);
  }

  /** With the place to which the user has scrolled since, which is not kept: keeping it would draw anew at every step. */
  private get present(): Viewport | undefined {
    return this.viewport && !this.hasMoved ? { ...this.viewport, scroll: this.scroller.scrollLeft } : this.viewport;
  }
  private zoom(factor: number, anchor?: number): void {
    if (this.present) this.show(zoomedAt(this.present, factor, this.today, anchor));
  }
  private trackLeft(): number {
    return this.scroller.getBoundingClientRect().left + this.nameWidth;
  }
  private measure(): void {
    const { clientWidth } = this.scroller;
    if (clientWidth === 0 || clientWidth === this.nameWidth + (this.viewport?.width ?? 0)) return;
    this.show(measured(this.present, clientWidth, this.range, this.today));
  }
}
