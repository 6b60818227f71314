// Verdicts and evidence put together per person and channel, in words.
import { nodesOf, shownOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import type { EvidenceAnswer, EvidenceNode, VerdictNode, VerdictsAnswer } from './consentQueries';

export interface ConsentWords {
  readonly evidenceGiven: string;
  readonly evidenceRefused: string;
  readonly evidenceWithdrawn: string;
  readonly evidenceClaimed: string;
  readonly evidenceNoTime: string;
  readonly evidenceFrom: string;
  readonly evidenceTwice: string;
  readonly evidenceNone: string;
  readonly ends: string;
}
/** Writes day and time of an instant as the user reads them. */
export type WriteTime = (instant: string) => string;

export interface ShownChannel {
  readonly id: string;
  readonly channel: string;
  readonly channelName: string;
  readonly icon: string;
  readonly verdict: string;
  readonly chipClass: string;
  /** Why so; the channel and the verdict stand beside it. */
  readonly reason: string;
  readonly evidence: string;
  readonly end: string;
  readonly consequence: string;
}
export interface HistoryLine {
  readonly id: string;
  readonly sentence: string;
  readonly channel: string;
  readonly wording: string;
  readonly by: string;
}
export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ShownChannel[];
  readonly history: readonly HistoryLine[];
}

const CHIPS: Readonly<Record<string, string>> = { May: 'good', 'May Not': 'urgent', 'Ask First': 'soon' };
const ICONS: Readonly<Record<string, string>> = { Phone: 'utility:call', Email: 'utility:email', Post: 'utility:home' };
/** Before the reason, in the sentence of a verdict. */
const REASON_MARK = ' — ';
/** API name of evidence that is about all channels at once. */
const EVERY_CHANNEL = 'Every Channel';

export function evidenceOf({ uiapi }: EvidenceAnswer): readonly EvidenceNode[] {
  return nodesOf(uiapi.query.Consent_Evidence__c);
}

/** `evidence`: newest first. Channels stand in the order of the org's picklist: phone, e-mail, post. */
export function peopleOf(
  { uiapi }: VerdictsAnswer,
  evidence: readonly EvidenceNode[],
  words: ConsentWords,
  write: WriteTime,
): readonly ShownPerson[] {
  const people = new Map<string, VerdictNode[]>();
  for (const verdict of nodesOf(uiapi.query.Consent_Verdict__c)) {
    const id = verdict.Contact__r?.Id ?? '';
    people.set(id, [...(people.get(id) ?? []), verdict]);
  }
  const order = Object.keys(ICONS);
  const place = ({ Channel__c }: VerdictNode): number => order.indexOf(Channel__c?.value ?? '');
  return [...people].map(([id, verdicts]) => {
    const own = evidence.filter(({ Contact__c }) => Contact__c?.value === id);
    return {
      id,
      name: shownOf(verdicts[0]?.Contact__r?.Name),
      channels: verdicts.toSorted((one, other) => place(one) - place(other)).map((verdict) => shownChannel(verdict, own, words, write)),
      history: own.map((piece) => historyLine(piece, words, write)),
    };
  });
}

function shownChannel(verdict: VerdictNode, evidence: readonly EvidenceNode[], words: ConsentWords, write: WriteTime): ShownChannel {
  const channel = verdict.Channel__c?.value ?? '';
  const latest = evidence.find(({ Channel__c }) => Channel__c?.value === channel || Channel__c?.value === EVERY_CHANNEL);
  const end = verdict.Consent_Ends_At__c?.value;
  return {
    id: verdict.Id,
    channel,
    channelName: shownOf(verdict.Channel__c),
    icon: ICONS[channel] ?? 'utility:answer',
    verdict: shownOf(verdict.Verdict__c),
    chipClass: `chip chip_${CHIPS[verdict.Verdict__c?.value ?? ''] ?? 'unknown'}`,
    reason: reasonOf(shownOf(verdict.Sentence__c)),
    evidence: latest ? evidenceBeside(latest, shownOf(verdict.Sentence__c), words, write) : mayBeSaid(verdict, words),
    end: end ? fillLabel(words.ends, write(end)) : '',
    consequence: shownOf(verdict.Consequence__c),
  };
}

/** `Call: may — existing customer` without what stands beside it. */
function reasonOf(sentence: string): string {
  const at = sentence.indexOf(REASON_MARK);
  const reason = at < 0 ? sentence : sentence.slice(at + REASON_MARK.length);
  return reason.charAt(0).toLocaleUpperCase() + reason.slice(1);
}

/** That nothing was ever said matters where it is what stands in the way. */
function mayBeSaid({ Verdict__c }: VerdictNode, { evidenceNone }: ConsentWords): string {
  return Verdict__c?.value === 'May' ? '' : evidenceNone;
}

/** Blank where the verdict tells of this evidence itself. */
function evidenceBeside(latest: EvidenceNode, verdict: string, words: ConsentWords, write: WriteTime): string {
  const source = shownOf(latest.Source__c);
  return source && verdict.includes(source) ? '' : evidenceSentence(latest, words, write);
}

export function evidenceSentence(piece: EvidenceNode, words: ConsentWords, write: WriteTime): string {
  const said: Readonly<Record<string, string>> = {
    Given: words.evidenceGiven,
    Refused: words.evidenceRefused,
    Withdrawn: words.evidenceWithdrawn,
    Claimed: words.evidenceClaimed,
  };
  const [captured, confirmed] = [piece.Captured_At__c?.value, piece.Double_Opt_In_At__c?.value];
  const parts = [
    fillLabel(said[piece.State__c?.value ?? ''] ?? shownOf(piece.State__c), captured ? write(captured) : words.evidenceNoTime),
    ...(piece.Source__c?.value ? [fillLabel(words.evidenceFrom, piece.Source__c.value)] : []),
    ...(confirmed ? [fillLabel(words.evidenceTwice, write(confirmed))] : []),
  ];
  return parts.join(', ');
}

function historyLine(piece: EvidenceNode, words: ConsentWords, write: WriteTime): HistoryLine {
  return {
    id: piece.Id,
    sentence: evidenceSentence(piece, words, write),
    channel: shownOf(piece.Channel__c),
    wording: shownOf(piece.Wording__c),
    by: shownOf(piece.CreatedBy?.Name),
  };
}
