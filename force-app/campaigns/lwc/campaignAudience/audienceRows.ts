// People of an audience as rows, and what came of adding them.
import { shownOf } from 'c/graphAnswer';
import { countedLabel } from 'c/labelText';
import type { RecordOutcome } from 'c/recordBatch';
import { personCheck, type Checks, type CheckWords, type ConsentVerdict } from './audienceCheck';
import type { CampaignNode, ContactNode, PolicyNode } from './audienceQueries';

export interface RowWords extends CheckWords {
  readonly checking: string;
  readonly select: string;
}
export interface ResultWords {
  readonly addedOne: string;
  readonly addedOther: string;
  readonly refusedOne: string;
  readonly refusedOther: string;
}

export interface AudienceRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly mayBeAdded: boolean;
  readonly isSelected: boolean;
  readonly isFixed: boolean;
  readonly selectLabel: string;
  readonly words: string;
  readonly reason: string;
  readonly chipClass: string;
}

/** Sentences; blank when there is nothing of the kind to say. */
export interface AudienceResult {
  readonly added: string;
  readonly refused: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
}

export interface AudienceSetting {
  readonly campaign: CampaignNode;
  readonly policy: PolicyNode | undefined;
  /** Undefined while the check is under way. */
  readonly known: { readonly checks: Checks; readonly consent: ReadonlyMap<string, ConsentVerdict> | undefined } | undefined;
  readonly selected: readonly string[];
}

export function audienceRows(people: readonly ContactNode[], setting: AudienceSetting, words: RowWords): readonly AudienceRow[] {
  const { campaign, policy, known, selected } = setting;
  return people.map(({ Id, Name, Account }) => {
    const check = known ? personCheck(Id, campaign, policy, known, words) : { mayBeAdded: false, words: words.checking, reason: '' };
    const name = shownOf(Name);
    return {
      ...check,
      id: Id,
      name,
      account: shownOf(Account?.Name),
      isSelected: selected.includes(Id),
      isFixed: !check.mayBeAdded,
      selectLabel: words.select.replace('{0}', name),
      chipClass: `chip chip_${chipOf(check.mayBeAdded, check.words, words)}`,
    };
  });
}

function chipOf(mayBeAdded: boolean, shown: string, words: RowWords): string {
  if (mayBeAdded) return 'good';
  return shown === words.mayNot ? 'urgent' : 'passed';
}

export function resultOf(
  chosen: readonly AudienceRow[],
  outcomes: readonly RecordOutcome[],
  language: string,
  words: ResultWords,
): AudienceResult {
  const people = chosen.flatMap(({ id, name }, index) => {
    const outcome = outcomes[index];
    return outcome?.saved ? [] : [{ id, name, reason: outcome?.words ?? '' }];
  });
  const added = chosen.length - people.length;
  return {
    added: added > 0 ? countedLabel({ one: words.addedOne, other: words.addedOther }, added, language) : '',
    refused: people.length > 0 ? countedLabel({ one: words.refusedOne, other: words.refusedOther }, people.length, language) : '',
    people,
  };
}
