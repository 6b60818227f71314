// Which of its states the script shows.
import type { Failure } from 'c/dataFailure';
import { fillLabel } from 'c/labelText';
import type { ScriptNode } from 'c/comparisonLines';
import type { AccountNode } from './accountQueries';
import { contractChoices, type CalledContract, type ContractChoice } from './contractChoice';

export type CardState = Readonly<Record<'away' | 'forbidden' | 'failed' | 'gone' | 'loading' | 'ready', boolean>>;

export interface CardFacts {
  readonly isAway: boolean;
  readonly failure: Failure | undefined;
  readonly isGone: boolean;
  readonly isLoaded: boolean;
}

/** One of these is shown. */
export function cardState({ isAway: away, failure, isGone, isLoaded }: CardFacts): CardState {
  const isKnown = !away && !failure;
  const gone = isKnown && isGone;
  const ready = isKnown && !gone && isLoaded;
  return {
    away,
    forbidden: !away && failure === 'no-permission',
    failed: !away && failure === 'failed',
    gone,
    ready,
    loading: isKnown && !gone && !ready,
  };
}

export interface AbsenceWords {
  readonly noScriptForbidden: string;
  readonly noScriptFailed: string;
  /** `{0}` provider, `{1}` category. */
  readonly noScriptText: string;
}

/** What is known when the head of the card is written. */
export interface HeadFacts {
  readonly account: AccountNode | undefined;
  readonly contracts: readonly CalledContract[];
  readonly contract: CalledContract | undefined;
  readonly script: ScriptNode | undefined;
  readonly scriptFailure: Failure | undefined;
  /** Time of what is shown while there is no connection; blank while there is one. */
  readonly asOf: string;
}

export interface HeadWords extends AbsenceWords {
  /** `{0}` name of the script, `{1}` its version. */
  readonly scriptName: string;
  /** `{0}` time of what is shown. */
  readonly offline: string;
}

/** What stands around the lines. */
export interface CardHead {
  readonly subtitle: string;
  readonly scriptName: string;
  readonly isNaturalPerson: boolean;
  readonly choices: readonly ContractChoice[];
  readonly isSwitchable: boolean;
  readonly isNewContract: boolean;
  readonly absence: string;
  readonly offline: string;
}

export function cardHead({ account, contracts, contract, script, scriptFailure, asOf }: HeadFacts, words: HeadWords): CardHead {
  return {
    subtitle: [account?.Name?.value, account?.Legal_Form__c?.displayValue].filter(Boolean).join(' · '),
    scriptName: script ? fillLabel(words.scriptName, script.Name?.value ?? '', script.Version__c?.value ?? 1) : '',
    isNaturalPerson: account?.Is_Legal_Form_Natural_Person__c?.value === true,
    choices: contractChoices(contracts),
    isSwitchable: contracts.length > 1,
    isNewContract: contract === undefined,
    absence: scriptAbsence(contract, script !== undefined, scriptFailure, words),
    offline: asOf ? fillLabel(words.offline, asOf) : '',
  };
}

/** Why the general questions stand here instead of a script; blank when there is one, or nobody to compare with. */
function scriptAbsence(
  contract: CalledContract | undefined,
  hasScript: boolean,
  failure: Failure | undefined,
  words: AbsenceWords,
): string {
  if (!contract || hasScript) return '';
  if (failure === 'no-permission') return words.noScriptForbidden;
  return failure ? words.noScriptFailed : fillLabel(words.noScriptText, contract.provider, contract.categoryLabel);
}
