// What the filters of the funnel offer beside what the org holds.
/** Lengths of the periods, in days. */
const PERIOD_DAYS = [30, 90, 365] as const;

export interface Choice {
  readonly label: string;
  readonly value: string;
}

export interface ChoiceLabels {
  readonly period30: string;
  readonly period90: string;
  readonly period365: string;
  readonly everybody: string;
  readonly me: string;
  readonly nobody: string;
}

export function periodChoices(labels: ChoiceLabels): readonly Choice[] {
  const names = { 30: labels.period30, 90: labels.period90, 365: labels.period365 } as const;
  return PERIOD_DAYS.map((days) => ({ label: names[days], value: String(days) }));
}

/** First everybody, the user, and nobody: accounts that are not kept by anyone. */
export function ownerChoices(people: readonly Choice[], userId: string, labels: ChoiceLabels): readonly Choice[] {
  return [
    { label: labels.everybody, value: '' },
    { label: labels.me, value: userId },
    { label: labels.nobody, value: 'nobody' },
    ...people.filter(({ value }) => value !== userId),
  ];
}
