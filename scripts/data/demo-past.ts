// What every part of the demo's past is written with.
import type { Connection } from 'jsforce';
import type { CivilDate } from '../platform/civil-date.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { Story } from './demo-story.ts';
import providers from './providers.json' with { type: 'json' };
import type { Random } from './random.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Past {
  readonly connection: Connection;
  /** The org's present day: all days are relative to it. */
  readonly today: CivilDate;
  /** In the order of their index. */
  readonly accounts: readonly DemoAccount[];
  readonly stories: readonly Story[];
}

/** The n-th account of the demo. */
export function accountAt({ accounts }: Past, index: number): DemoAccount {
  const account = accounts[index];
  if (!account) throw new Error(`The demo has no account ${index}.`);
  return account;
}

/** An instant within working hours of a day, as the APIs take it. */
export function workingHour(day: CivilDate, random: Random): string {
  return `${day}T${String(random.whole(8, 15)).padStart(2, '0')}:${String(random.whole(0, 11) * 5).padStart(2, '0')}:00.000Z`;
}

/** When a record of the past was made; today's records are made when they are written. */
export function madeOn(day: CivilDate, today: CivilDate): Fields {
  const made = `${day}T09:00:00.000Z`;
  return day < today ? { CreatedDate: made, LastModifiedDate: made } : {};
}

/** A provider that sells a product category. */
export function rivalOf(category: string, random: Random): string {
  return random.pick(providers.known.filter(({ sectors }) => sectors.includes(category))).name;
}

/** A number of its own for every record of one kind, so that one part of the demo never changes the others. */
export function seedOf({ index, category }: Story, kind: number): number {
  return kind * 1_000_003 + index * 17 + category.length * 7;
}
