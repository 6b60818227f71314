// What lightning/graphql answers of a gate: the gate of a stage, its criteria, the decisions on a position and the checks that are open.
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
interface StageNode extends NamedNode {
  readonly Dutch_Name__c?: FieldOf<string>;
}
interface GateNode extends NamedNode {
  readonly Question__c?: FieldOf<string>;
  readonly Dutch_Question__c?: FieldOf<string>;
  readonly To_Stage__r?: StageNode | null;
}
interface CriterionTexts extends NamedNode {
  readonly Dutch_Name__c?: FieldOf<string>;
  readonly How_To_Check__c?: FieldOf<string>;
  readonly Dutch_How_To_Check__c?: FieldOf<string>;
}
interface CriterionNode extends CriterionTexts {
  readonly Is_Required__c?: FieldOf<boolean>;
  readonly Stage_Gate__c?: FieldOf<string>;
}
interface DecisionNode {
  readonly Id: string;
  readonly Verdict__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Decided_At__c?: FieldOf<string>;
  readonly Decided_By__r?: NamedNode | null;
  readonly Stage_Gate__c?: FieldOf<string>;
  readonly Stage_Gate__r?: NamedNode | null;
}
interface CheckNode {
  readonly Id: string;
  readonly Is_Met__c?: FieldOf<boolean>;
  readonly Is_Required__c?: FieldOf<boolean>;
  readonly Answer__c?: FieldOf<string>;
  readonly Gate_Decision__c?: FieldOf<string>;
  readonly Gate_Criterion__r?: CriterionTexts | null;
}

export interface GateAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Stage_Gate__c?: Connection<GateNode>;
      readonly Gate_Criterion__c?: Connection<CriterionNode>;
      readonly Gate_Decision__c?: Connection<DecisionNode>;
      readonly Gate_Check__c?: Connection<CheckNode>;
    };
  };
}

/** A criterion; ticked in a check once somebody has begun to decide. */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly howToCheck: string;
  readonly isRequired: boolean;
  readonly isMet: boolean;
  readonly answer: string;
}
export interface Decision {
  readonly id: string;
  readonly isGo: boolean;
  readonly verdict: string;
  readonly reason: string;
  readonly gateName: string;
  readonly by: string;
  /** Instant. */
  readonly at: string;
}
export interface Gate {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly toStage: string;
  /** Id of the decision that is under way; '' when nobody has begun. */
  readonly openId: string;
  readonly criteria: readonly Criterion[];
}

const isTaken = ({ Verdict__c }: DecisionNode): boolean => Verdict__c?.value !== 'Open';

/** Dutch users read the Dutch text, where there is one. */
function inLanguage(language: string, dutch: FieldOf<string>, text: FieldOf<string>): string {
  return (language.startsWith('nl') ? dutch?.value : undefined) ?? shownOf(text);
}

function textsOf(criterion: CriterionTexts | null | undefined, language: string): Pick<Criterion, 'name' | 'howToCheck'> {
  return {
    name: inLanguage(language, criterion?.Dutch_Name__c, criterion?.Name),
    howToCheck: inLanguage(language, criterion?.Dutch_How_To_Check__c, criterion?.How_To_Check__c),
  };
}

/** The gate of the stage, undefined when it has none, and what was decided on the position, latest first. */
export function gateOf(
  { uiapi: { query } }: GateAnswer,
  language: string,
): { readonly gate: Gate | undefined; readonly decisions: readonly Decision[] } {
  const [node] = nodesOf(query.Stage_Gate__c);
  const decisions = nodesOf(query.Gate_Decision__c);
  return { gate: node && asGate(node, query, language), decisions: decisions.filter(isTaken).map(asDecision) };
}

function asGate(node: GateNode, query: GateAnswer['uiapi']['query'], language: string): Gate {
  const open = nodesOf(query.Gate_Decision__c).find((decision) => !isTaken(decision) && decision.Stage_Gate__c?.value === node.Id);
  const checks = nodesOf(query.Gate_Check__c).filter(({ Gate_Decision__c }) => open && Gate_Decision__c?.value === open.Id);
  const toStage = node.To_Stage__r;
  return {
    id: node.Id,
    name: shownOf(node.Name),
    question: inLanguage(language, node.Dutch_Question__c, node.Question__c),
    toStage: inLanguage(language, toStage?.Dutch_Name__c, toStage?.Name),
    openId: open?.Id ?? '',
    criteria: open
      ? checks.map((check) => ({
          id: check.Id,
          ...textsOf(check.Gate_Criterion__r, language),
          isRequired: check.Is_Required__c?.value ?? false,
          isMet: check.Is_Met__c?.value ?? false,
          answer: shownOf(check.Answer__c),
        }))
      : nodesOf(query.Gate_Criterion__c)
          .filter(({ Stage_Gate__c }) => Stage_Gate__c?.value === node.Id)
          .map((criterion) => ({
            id: criterion.Id,
            ...textsOf(criterion, language),
            isRequired: criterion.Is_Required__c?.value ?? false,
            isMet: false,
            answer: '',
          })),
  };
}

function asDecision(node: DecisionNode): Decision {
  return {
    id: node.Id,
    isGo: node.Verdict__c?.value === 'Go',
    verdict: shownOf(node.Verdict__c),
    reason: shownOf(node.Reason__c),
    gateName: shownOf(node.Stage_Gate__r?.Name),
    by: shownOf(node.Decided_By__r?.Name),
    at: node.Decided_At__c?.value ?? '',
  };
}

export function gateVariables(positionId: string, stageId: string): object {
  return {
    gates: { From_Stage__c: { eq: stageId }, Is_Active__c: { eq: true } },
    criteria: { Stage_Gate__r: { From_Stage__c: { eq: stageId }, Is_Active__c: { eq: true } } },
    decisions: { Lifecycle_Position__c: { eq: positionId } },
    checks: { Gate_Decision__r: { Lifecycle_Position__c: { eq: positionId }, Verdict__c: { eq: 'Open' } } },
  };
}
