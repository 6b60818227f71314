// What is known of a contract as names and values: where it comes from and how sure it is, and what makes its points.
import { fillLabel } from 'c/labelText';
import { shownOf } from 'c/graphAnswer';
import type { FactNode } from './factQuery';

export interface FactLabels {
  readonly source: string;
  /** Source or person `{0}`, day `{1}`. */
  readonly saidBy: string;
  readonly confidence: string;
  readonly satisfaction: string;
  readonly quantity: string;
  readonly susceptibility: string;
  /** Stands where nothing is known. */
  readonly notKnown: string;
  /** Of the five factors: points `{0}`. */
  readonly points: Readonly<Record<'moment' | 'satisfaction' | 'stage' | 'contact' | 'certainty', string>>;
}

export interface FactLine {
  readonly name: string;
  readonly text: string;
}

/** Source, confidence and satisfaction always, as not to know them says something; what else is there where it is known. */
export function factLines(node: FactNode, written: (day: string) => string, labels: FactLabels): readonly FactLine[] {
  const said = (what: string | null | undefined, day: string | null | undefined): string =>
    what && day ? fillLabel(labels.saidBy, what, written(day)) : (what ?? (day ? written(day) : ''));
  const satisfaction = shownOf(node.Satisfaction__c);
  const by = said(node.Satisfaction_Said_By__c?.value, node.Satisfaction_Date__c?.value);
  const lines: readonly FactLine[] = [
    { name: labels.source, text: said(node.Source__c?.value, node.Obtained_On_Date__c?.value) || labels.notKnown },
    { name: labels.confidence, text: shownOf(node.Confidence__c) || labels.notKnown },
    { name: labels.satisfaction, text: [satisfaction || labels.notKnown, by].filter(Boolean).join(' · ') },
    { name: labels.quantity, text: String(node.Quantity__c?.value ?? '') },
    { name: labels.susceptibility, text: factors(node, labels.points) },
  ];
  return lines.filter(({ text }) => text);
}

/** The factors, the one that says most first. */
function factors(node: FactNode, labels: FactLabels['points']): string {
  const points = [
    { words: labels.moment, value: node.Window_Points__c?.value },
    { words: labels.satisfaction, value: node.Satisfaction_Points__c?.value },
    { words: labels.stage, value: node.Stage_Points__c?.value },
    { words: labels.contact, value: node.Contact_Points__c?.value },
    { words: labels.certainty, value: node.Certainty_Points__c?.value },
  ].flatMap(({ words, value }) => (typeof value === 'number' ? [{ words, value }] : []));
  return points
    .sort((one, other) => other.value - one.value)
    .map(({ words, value }) => fillLabel(words, value))
    .join(' · ');
}
