// Which script stands on the card: whom and what it is about, and in which language.
import type { ScriptNode } from 'c/comparisonLines';
import type { CalledContract } from './contractChoice';

/** Whom and what the script for a contract is about. */
export function subjectOf(contract: CalledContract | undefined): string {
  return `${contract?.providerId} ${contract?.category}`;
}

/** The one in the language of the reader if there is one, or else the latest, which comes first. */
export function chosenScript(scripts: readonly ScriptNode[], readerLanguage: string): ScriptNode | undefined {
  const language = readerLanguage.startsWith('nl') ? 'Dutch' : 'English';
  return scripts.find(({ Language__c }) => Language__c?.value === language) ?? scripts[0];
}
