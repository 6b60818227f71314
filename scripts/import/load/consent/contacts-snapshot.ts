// What the org knew of the people of a file when the run began, on disk: a run that goes on judges its rows by the same knowledge.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactDecisions } from './contacts-review.ts';
import type { KnownConsent } from './known-consent.ts';
import type { OrgContact } from './org-contacts.ts';

/** Name of the snapshot in the folder of the run; it names people, and goes when the run has ended. */
export const CONTACTS = 'org-contacts.json';

export interface PeopleOfFile {
  readonly contacts: readonly OrgContact[];
  readonly decisions: ContactDecisions;
  readonly consent: KnownConsent;
}

/** It is on disk as a whole, or not at all. */
export function writePeople(runFolder: string, { contacts, decisions, consent }: PeopleOfFile): void {
  const path = join(runFolder, CONTACTS);
  const kept = {
    contacts,
    decisions: Array.from(decisions, ([person, ids]) => [person, [...ids]]),
    ...{ evidence: [...consent.evidence], words: [...consent.words], verdicts: [...consent.verdicts] },
  };
  const file = openSync(`${path}.part`, 'w', 0o600);
  try {
    writeFileSync(file, JSON.stringify(kept));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}

/** Throws the system's error when it is not there. */
export function readPeople(runFolder: string): PeopleOfFile {
  const { contacts, decisions, evidence, words, verdicts } = JSON.parse(readFileSync(join(runFolder, CONTACTS), 'utf8')) as {
    readonly contacts: readonly OrgContact[];
    readonly decisions: readonly (readonly [string, readonly string[]])[];
    readonly evidence: readonly string[];
    readonly words: ConstructorParameters<typeof Map<string, { given?: string; refused?: string }>>[0];
    readonly verdicts: readonly (readonly [string, string])[];
  };
  return {
    contacts,
    decisions: new Map(decisions.map(([person, ids]) => [person, new Set(ids)])),
    consent: { evidence: new Set(evidence), words: new Map(words), verdicts: new Map(verdicts) },
  };
}
