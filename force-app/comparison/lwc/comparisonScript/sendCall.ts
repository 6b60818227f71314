// Sends a call to the org and tells why it was refused, if it was.
import { executeMutation, gql } from 'lightning/graphql';
import type { WaitingCall } from 'c/callWaiting';
import { forgetDraft, keepDraft, type CallDraft, type DraftStore } from './callDraft';
import { refusalOf, type Refusal, type RefusalWords } from './refusal';
import { callMutation, type CallFacts, type CallMutation } from './saveCall';

export async function sendCall(draft: CallDraft, facts: CallFacts, words: RefusalWords): Promise<Refusal | undefined> {
  return refusalOf(await problemsOf(callMutation(draft, facts)), words);
}

/** What is sent of a call that waits for a connection, and where its answers are typed. */
interface WaitingContent {
  readonly draft: CallDraft;
  readonly facts: CallFacts;
  readonly about: string;
}

export function waitingCall(draft: CallDraft, facts: CallFacts, about: string, accountName: string): WaitingCall {
  const content: WaitingContent = { draft, facts, about };
  return { key: draft.key, account: { id: facts.accountId, name: accountName }, at: new Date().toISOString(), content };
}

/** Answers that the org refused stand in their form again when the account is opened. */
export async function sendWaiting(
  { content }: WaitingCall,
  store: DraftStore,
  words: RefusalWords,
): Promise<Exclude<Refusal, string> | undefined> {
  const { draft, facts, about } = content as WaitingContent;
  const refused = await sendCall(draft, facts, words);
  if (refused && refused !== 'saved-before') {
    if (!refused.isLost) keepDraft(store, about, draft);
    return refused;
  }
  forgetDraft(store, about);
  return undefined;
}

/** The platform answers refusals as errors; a lost connection may also be thrown. */
async function problemsOf({ document, variables }: CallMutation): Promise<readonly { readonly message: string }[] | undefined> {
  try {
    return (
      await executeMutation({
        query: gql`
          ${document}
        `,
        variables,
      })
    ).errors;
  } catch (thrown) {
    return [{ message: thrown instanceof Error ? thrown.message : '' }];
  }
}
