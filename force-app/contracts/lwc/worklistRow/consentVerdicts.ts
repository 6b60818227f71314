// Whether an account may be approached, per channel: the best verdict on any of its contacts, with what is said of each.
import { nodesOf, type Connection } from 'c/graphAnswer';
import type { VerdictNode } from './contractNode';

const CHANNELS = ['Phone', 'Email', 'Post'] as const;
/** From the verdict that lets most to the one that lets least. */
const VERDICTS = ['May', 'Ask First', 'May Not'] as const;

/** API names of Channel__c and Verdict__c. */
export type Channel = (typeof CHANNELS)[number];
export type ConsentVerdict = (typeof VERDICTS)[number];

export interface ChannelVerdict {
  readonly channel: Channel;
  /** In the language of the user. */
  readonly channelWords: string;
  readonly verdict: ConsentVerdict;
  readonly verdictWords: string;
  readonly sentences: readonly { readonly key: string; readonly contact: string; readonly sentence: string }[];
}

/**
 * By account id, channels in a fixed order. When the answer breaks off, the last account in it is left out, as verdicts on it may
 * be missing: the answer must be sorted by account.
 */
export function consentByAccount(connection: Connection<VerdictNode>): ReadonlyMap<string, readonly ChannelVerdict[]> {
  const nodes = nodesOf(connection);
  const byAccount = new Map<string, VerdictNode[]>();
  for (const node of nodes) {
    const account = node.Account__c?.value;
    if (account) byAccount.set(account, [...(byAccount.get(account) ?? []), node]);
  }
  if (connection?.pageInfo?.hasNextPage) byAccount.delete([...byAccount.keys()].at(-1) ?? '');
  return new Map([...byAccount].map(([account, verdicts]) => [account, CHANNELS.flatMap((channel) => channelVerdict(channel, verdicts))]));
}

function channelVerdict(channel: Channel, nodes: readonly VerdictNode[]): readonly ChannelVerdict[] {
  const own = nodes.filter((node) => node.Channel__c?.value === channel);
  const verdict = VERDICTS.find((one) => own.some((node) => node.Verdict__c?.value === one));
  const best = own.find((node) => node.Verdict__c?.value === verdict);
  if (!verdict || !best) return [];
  return [
    {
      channel,
      channelWords: best.Channel__c?.displayValue ?? channel,
      verdict,
      verdictWords: best.Verdict__c?.displayValue ?? verdict,
      sentences: own.map((node) => ({
        key: node.Id,
        contact: node.Contact__r?.Name?.value ?? '',
        sentence: node.Sentence__c?.value ?? '',
      })),
    },
  ];
}
