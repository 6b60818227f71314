// Date literals and relative ranges, in GraphQL's spelling and in SOQL's.
import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt } from 'graphql';

const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const LITERALS = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...['LAST', 'THIS', 'NEXT'].flatMap((when) => PERIODS.map((period) => `${when}_${period}`)),
];
const RANGE_UNITS = ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'];
const RANGES = [
  ...['last', 'next'].flatMap((when) => RANGE_UNITS.map((unit) => `${when}_n_${unit}`)),
  ...RANGE_UNITS.slice(0, 5).map((unit) => `n_${unit}_ago`),
];

export const DATE_LITERAL = new GraphQLEnumType({ name: 'DateLiteral', values: Object.fromEntries(LITERALS.map((name) => [name, {}])) });

/** `{next_n_days: 30}`; exactly one member is to be given. */
export const DATE_RANGE = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(RANGES.map((name) => [name, { type: GraphQLInt }])),
});

/** `next_n_days` and 30 give `NEXT_N_DAYS:30`. */
export function rangeSoql(name: string, count: number): string {
  return `${name.toUpperCase()}:${count}`;
}
