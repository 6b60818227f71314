// Starts the pages: the session first, because words and settings are read when components are loaded.
import { startSession } from './session.ts';

try {
  await startSession();
  const { mountShell } = await import('./mount-shell.ts');
  mountShell(document.body);
} catch (error) {
  // nothing of the shell can be trusted to work here, so the sentence is plain English in plain HTML
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.className = 'slds-p-around_large';
  message.textContent = `The pages could not start: ${error instanceof Error ? error.message : String(error)} Check that the local org is running and reload.`;
  document.body.replaceChildren(message);
  throw error;
}
