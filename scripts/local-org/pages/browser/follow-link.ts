// Links within the pages: opened without loading everything again, unless the user asks for a window of their own.
import { showAddress } from './page-state.ts';

/** For the click on a link; with a key that opens it elsewhere, the browser does as always. */
export function followLink(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  showAddress((event.currentTarget as HTMLAnchorElement).getAttribute('href') ?? '/');
}
