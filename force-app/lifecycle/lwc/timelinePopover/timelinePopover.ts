// The box beside a mark of the timeline: what it is in a few lines, or the parts of a cluster.
import { LightningElement, api } from 'lwc';
import close from '@salesforce/label/c.Timeline_Close';
import openRecord from '@salesforce/label/c.Timeline_Open_Record';
import spread from '@salesforce/label/c.Timeline_Spread';
import { MARK_PATHS, type LinkedItem, type Point } from 'c/timelineItem';

/** One item, or a cluster of points. */
export interface PopoverContent {
  readonly key: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** The item that the heading tells; undefined for a cluster. */
  readonly item?: LinkedItem | undefined;
  /** The points of an opened cluster. */
  readonly parts?: readonly (Point & { readonly href: string })[] | undefined;
}

interface ShownPart {
  readonly key: string;
  readonly href: string;
  readonly sentence: string;
  readonly path: string;
  readonly iconClass: string;
}

/** Fires `open` with `{recordId, objectApiName}`, `spread` to zoom in on an opened cluster, and `close`. */
export default class TimelinePopover extends LightningElement {
  labels = { close, openRecord, spread };

  private shown: PopoverContent | undefined;
  private isFresh = false;

  @api
  get content(): PopoverContent | undefined {
    return this.shown;
  }
  set content(content: PopoverContent | undefined) {
    this.shown = content;
    this.isFresh = content?.parts !== undefined;
  }

  get isTip(): boolean {
    return this.shown !== undefined && this.shown.parts === undefined;
  }
  get lines(): readonly { readonly key: string; readonly text: string }[] {
    return (this.shown?.lines ?? []).map((text, at) => ({ key: String(at), text }));
  }
  get parts(): readonly ShownPart[] | undefined {
    return this.shown?.parts?.map(({ key, href, sentence, mark }) => ({
      key,
      href,
      sentence,
      path: MARK_PATHS[mark],
      iconClass: `icon icon_${mark}`,
    }));
  }

  /** Whoever opens a cluster goes on inside it. */
  override renderedCallback(): void {
    if (this.isFresh) {
      this.template?.querySelector<HTMLElement>('.parts a')?.focus({ preventScroll: true });
      // the whole box comes into sight, not just its first link
      this.template?.querySelector<HTMLElement>('.box')?.scrollIntoView?.({ block: 'nearest' });
    }
    this.isFresh = false;
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleFollow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const item = this.shown?.parts?.find((part) => part.key === key) ?? this.shown?.item;
    if (item) this.dispatchEvent(new CustomEvent('open', { detail: { recordId: item.recordId, objectApiName: item.objectApiName } }));
  }
  handleSpread(): void {
    this.dispatchEvent(new CustomEvent('spread'));
  }
  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }
}
