// Verdicts per channel, told per person.
import type { ChannelVerdict } from 'c/worklistRow';

export interface PersonConsent {
  readonly name: string;
  readonly sentences: readonly { readonly key: string; readonly text: string }[];
}

/** People and sentences in the order in which the channels tell them; people of the same name stand together. */
export function consentOfPeople(channels: readonly ChannelVerdict[]): readonly PersonConsent[] {
  const people = new Map<string, { key: string; text: string }[]>();
  for (const { key, contact, sentence } of channels.flatMap(({ sentences }) => sentences)) {
    people.set(contact, [...(people.get(contact) ?? []), { key, text: sentence }]);
  }
  return [...people].map(([name, sentences]) => ({ name, sentences }));
}
