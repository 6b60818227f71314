// Ends that others say a contract has: what conflicts is told where the date stands.
import { isDay } from 'c/civilDay';
import { nodesOf, type Connection } from 'c/graphAnswer';
import type { StatementNode } from './contractNode';

/** By contract id the civil days that were said and are not the `known` one, in the order of the answer, each once. */
export function otherEnds(
  connection: Connection<StatementNode>,
  known: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const { Competitor_Contract__c, Said_End_Date__c } of nodesOf(connection)) {
    const contract = Competitor_Contract__c?.value;
    const day = Said_End_Date__c?.value;
    if (!contract || !isDay(day) || day === known.get(contract)) continue;
    const days = ends.get(contract) ?? [];
    if (!days.includes(day)) ends.set(contract, [...days, day]);
  }
  return ends;
}
