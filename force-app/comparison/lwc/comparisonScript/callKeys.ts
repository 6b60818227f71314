// The keys of the comparison script: numbers mark a line, a slash searches objections, with control (or command) enter saves.

export type KeyAction = { readonly kind: 'save' | 'search' } | { readonly kind: 'line'; readonly key: string };

/** What the keys do: the lines and the search of the card, and the save. */
export interface KeyTargets {
  readonly card: { readonly press: (key: string) => boolean; readonly focusSearch: () => void } | undefined;
  readonly save: () => unknown;
}

export function actOnKey(event: KeyboardEvent, { card, save }: KeyTargets): void {
  const action = actionOfKey(event);
  if (!action || (action.kind === 'line' && !card?.press(action.key))) return;
  event.preventDefault();
  if (action.kind === 'save') save();
  if (action.kind === 'search') card?.focusSearch();
}

/** Keys of somebody who types are left alone, all but saving. */
export function actionOfKey(event: KeyboardEvent): KeyAction | undefined {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && isCommand) return { kind: 'save' };
  if (isCommand || event.altKey || event.composedPath().some(isTyped)) return undefined;
  if (event.key === '/') return { kind: 'search' };
  return /^[1-9]$/.test(event.key) ? { kind: 'line', key: event.key } : undefined;
}

function isTyped(place: EventTarget): boolean {
  return place instanceof Element && place.matches('input, textarea, [role="combobox"]');
}
