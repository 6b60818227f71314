// The keys of the comparison script: numbers mark a line, a slash searches objections, with control (or command) enter saves.

export type KeyAction = { readonly kind: 'save' | 'search' } | { readonly kind: 'line'; readonly key: string };

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
