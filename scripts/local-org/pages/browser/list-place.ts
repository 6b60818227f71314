// The place in a list from which a record was opened, kept with the entry of the browser's history: whoever goes back finds the same rows there.

export interface ListPlace {
  /** Rows that were shown. */
  readonly rows: number;
  /** How far the page was scrolled, in pixels. */
  readonly top: number;
}

export function keepPlace(place: ListPlace): void {
  window.history.replaceState({ listPlace: place }, '');
}

/** The place of the entry that is shown, when it has been left before. */
export function keptPlace(): ListPlace | undefined {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('listPlace' in state)) return undefined;
  return state.listPlace as ListPlace;
}
