// The page that is shown: follows the browser's address and tells whoever listens.
import { addressOf, pageAt, type PageReference } from './page-address.ts';
import { recordAddresses } from './record-addresses.ts';

/** Undefined: the address belongs to no page. */
type Listener = (page: PageReference | undefined) => void;

const listeners = new Set<Listener>();
let current = pageAt(window.location);

window.addEventListener('popstate', () => {
  current = pageAt(window.location);
  tell();
});

export function currentPage(): PageReference | undefined {
  return current;
}

/** Calls the listener on every change, until the returned function is called. */
export function onPageChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Shows another page, or the same one with another state; `replace` leaves no step back. Web pages open by themselves. */
export function showPage(
  page: { type: string; attributes?: Readonly<Record<string, unknown>>; state?: Readonly<Record<string, unknown>> },
  replace = false,
): void {
  if (page.type === 'standard__webPage') {
    window.open(String(page.attributes?.['url']), '_blank', 'noopener');
    return;
  }
  showAddress(addressOf(page), replace);
}

/** `/` and an id is the short address of a record: whoever follows it arrives at the record's page. */
const OF_A_RECORD = /^\/[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

export function showAddress(address: string, replace = false): void {
  if (OF_A_RECORD.test(address)) void recordAddresses().then((find) => goTo(find(address.slice(1)) ?? address, replace));
  else goTo(address, replace);
}

function goTo(address: string, replace: boolean): void {
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  current = pageAt(window.location);
  tell();
}

if (OF_A_RECORD.test(window.location.pathname)) showAddress(window.location.pathname, true);

function tell(): void {
  for (const listener of [...listeners]) listener(current);
}
