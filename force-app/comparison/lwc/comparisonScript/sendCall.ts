// Sends a call to the org and tells why it was refused, if it was.
import { executeMutation, gql } from 'lightning/graphql';
import type { CallDraft } from './callDraft';
import { refusalOf, type Refusal, type RefusalWords } from './refusal';
import { callMutation, type CallFacts, type CallMutation } from './saveCall';

export async function sendCall(draft: CallDraft, facts: CallFacts, words: RefusalWords): Promise<Refusal | undefined> {
  return refusalOf(await problemsOf(callMutation(draft, facts)), words);
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
