// What a row says about being approached: one statement for each channel and state, with its moment.

/** As State__c of the evidence has it. */
export type StatementState = 'Given' | 'Refused' | 'Withdrawn' | 'Claimed';
/** As Channel__c of the evidence has it. */
export type StatementChannel = 'Phone' | 'Email' | 'Post' | 'Every Channel';

export interface Statement {
  readonly channel: StatementChannel;
  readonly state: StatementState;
  /** `2026-11-02` or an instant; '' when it is not known. */
  readonly said: string;
}

/** Texts of the cells that make statements; '' where the file says nothing. */
export interface StatementCells {
  readonly statement: string;
  /** Names of channels, between bars. */
  readonly channel: string;
  readonly emailConsent: string;
  readonly phoneConsent: string;
  readonly postConsent: string;
  readonly optedOut: string;
  readonly noEmail: string;
  readonly noPhone: string;
  readonly noPost: string;
  readonly saidOn: string;
  readonly withdrawnOn: string;
}

/** Why a row makes no statement that could be kept. */
export type NoStatement = 'STATEMENT_MISSING' | 'NOT_A_STATEMENT' | 'CHANNEL_MISSING' | 'CONSENT_FOR_EVERYTHING';

/** Words that say the channel as well, where the row does not. */
const IMPLIED: Readonly<Record<string, { readonly state: StatementState; readonly channel?: StatementChannel }>> = {
  Given: { state: 'Given' },
  Claimed: { state: 'Claimed' },
  Refused: { state: 'Refused' },
  Withdrawn: { state: 'Withdrawn' },
  Unsubscribed: { state: 'Withdrawn', channel: 'Email' },
  'Do Not Call': { state: 'Refused', channel: 'Phone' },
};
/** What no person said: a bounced message, a call that was not answered. */
const NOTHING_SAID = 'No Statement';
const EVERY = 'Every Channel';

/** A no counts for every channel where none is named; a yes is for one channel, or it is none. */
export function statementsOf(cells: StatementCells): readonly Statement[] | NoStatement {
  const channels = cells.channel === '' ? [] : (cells.channel.split('|') as StatementChannel[]);
  const found: Statement[] = [];
  let problem: NoStatement | undefined;
  const add = (word: string, named: readonly StatementChannel[], at: string): void => {
    if (word === '') return;
    const implied = IMPLIED[word];
    if (word === NOTHING_SAID || implied === undefined) {
      problem ??= 'NOT_A_STATEMENT';
      return;
    }
    const { state, channel } = implied;
    const isNo = isRefusal(state);
    const about = named.length > 0 ? named : channel !== undefined ? [channel] : isNo ? [EVERY as StatementChannel] : [];
    if (about.length === 0) problem ??= 'CHANNEL_MISSING';
    if (!isNo && about.includes(EVERY)) problem ??= 'CONSENT_FOR_EVERYTHING';
    else found.push(...about.map((one) => ({ channel: one, state, said: isNo && cells.withdrawnOn !== '' ? cells.withdrawnOn : at })));
  };
  add(cells.statement, channels, cells.saidOn);
  add(cells.emailConsent, ['Email'], cells.saidOn);
  add(cells.phoneConsent, ['Phone'], cells.saidOn);
  add(cells.postConsent, ['Post'], cells.saidOn);
  const at = cells.withdrawnOn === '' ? cells.saidOn : cells.withdrawnOn;
  if (cells.noEmail === 'Yes') add('Refused', ['Email'], at);
  if (cells.noPhone === 'Yes') add('Refused', ['Phone'], at);
  if (cells.noPost === 'Yes') add('Refused', ['Post'], at);
  const hasOptedOut = cells.optedOut === 'Yes' || (cells.withdrawnOn !== '' && !found.some(({ state }) => isRefusal(state)));
  if (hasOptedOut) add('Withdrawn', channels.length > 0 ? channels : channelsOf(found), at);
  if (found.length > 0 && (problem === undefined || found.some(({ state }) => isRefusal(state)))) return distinct(found);
  return problem ?? 'STATEMENT_MISSING';
}

export function isRefusal(state: StatementState): boolean {
  return state === 'Refused' || state === 'Withdrawn';
}

/** Whoever opts out in the row in which a consent stands takes that consent back. */
function channelsOf(statements: readonly Statement[]): readonly StatementChannel[] {
  return statements.map(({ channel }) => channel);
}

function distinct(statements: readonly Statement[]): readonly Statement[] {
  const known = new Set<string>();
  return statements.filter((statement) => {
    const text = Object.values(statement).join('|');
    return !known.has(text) && known.add(text);
  });
}
