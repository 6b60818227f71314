// Puts the shell on the page; loaded once the session is known.
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import ShellApp from 'shell/app';

export function mountShell(parent: HTMLElement): void {
  parent.replaceChildren(createElement('shell-app', { is: ShellApp }));
}
