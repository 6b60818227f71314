// Everything that a call changes, as one mutation: contract, what was said of it, and the outcome are saved together or not at all.
import type { CallValues } from 'c/callCapture';
import type { CallDraft } from './callDraft';

type Value = string | number | boolean | null;
type Fields = Readonly<Record<string, Value>>;

/** What is known before the call, as far as the save depends on it. */
export interface CallFacts {
  readonly accountId: string;
  readonly contract:
    | {
        readonly id: string;
        readonly endDate: string | undefined;
        readonly noticeLength: number | undefined;
        readonly noticeUnit: string | undefined;
        readonly source: string | undefined;
        readonly obtainedOn: string | undefined;
        readonly confidence: string | undefined;
      }
    | undefined;
  readonly scriptId: string | undefined;
  readonly daysLeft: number | undefined;
  readonly today: string;
  /** Who says it: "customer, by phone". */
  readonly source: string;
}

interface Operation {
  readonly alias: string;
  readonly mutation: string;
  readonly selection: string;
  readonly type: string;
  readonly input: object;
}

export interface CallMutation {
  readonly document: string;
  readonly variables: Readonly<Record<string, object>>;
}

/** The tasks of the call are not in it: the flow Call_Outcome_AfterSave_Write_Tasks writes them within the same transaction. */
export function callMutation(draft: CallDraft, facts: CallFacts): CallMutation {
  const said = saidOf(draft.values);
  const contract = contractOperation(draft.values, said, facts);
  const contractId = facts.contract?.id ?? (contract ? `@{${contract.alias}}` : null);
  const operations = [
    ...(contract ? [contract] : []),
    ...(contractId ? claimOperations(contractId, said, draft.values, facts) : []),
    create('outcome', 'Call_Outcome__c', outcomeFields(draft, said, contractId, facts)),
  ];
  const heads = operations.map(({ alias, type }) => `$${alias}: ${type}!`).join(', ');
  const body = operations.map(({ alias, mutation, selection }) => `${alias}: ${mutation}(input: $${alias}) { ${selection} }`).join(' ');
  return {
    document: `mutation saveCall(${heads}) { uiapi(input: { allOrNone: true }) { ${body} } }`,
    variables: Object.fromEntries(operations.map(({ alias, input }) => [alias, input])),
  };
}

interface Said {
  readonly endDate: string | undefined;
  readonly noticeLength: number | undefined;
  readonly noticeUnit: string | undefined;
}

function saidOf({ endDate, noticeLength, noticeUnit }: CallValues): Said {
  return {
    endDate: endDate || undefined,
    noticeLength: noticeLength ? Number(noticeLength) : undefined,
    noticeUnit: noticeLength ? noticeUnit || undefined : undefined,
  };
}

const isSomethingSaid = ({ endDate, noticeLength }: Said): boolean => endDate !== undefined || noticeLength !== undefined;

function contractOperation(values: CallValues, said: Said, facts: CallFacts): Operation | undefined {
  const { satisfaction, spokenTo, provider, category } = values;
  const fields: Fields = {
    ...(said.endDate ? { End_Date__c: said.endDate, Date_Precision__c: 'Day', Is_End_Date_Derived__c: false } : {}),
    ...(said.noticeLength === undefined ? {} : { Notice_Length__c: said.noticeLength, Notice_Unit__c: said.noticeUnit ?? null }),
    ...(satisfaction
      ? { Satisfaction__c: satisfaction, Satisfaction_Said_By__c: spokenTo || null, Satisfaction_Date__c: facts.today }
      : {}),
    ...(isSomethingSaid(said) ? { Source__c: facts.source, Obtained_On_Date__c: facts.today, Confidence__c: 'High' } : {}),
  };
  if (facts.contract) return Object.keys(fields).length > 0 ? update('contract', facts.contract.id, fields) : undefined;
  if (!provider || !category) return undefined;
  return create('contract', 'Competitor_Contract__c', {
    Source__c: facts.source,
    Obtained_On_Date__c: facts.today,
    ...fields,
    Account__c: facts.accountId,
    Competitor__c: provider,
    Product_Category__c: category,
    Status__c: 'Active',
  });
}

/** The contract shows what was said last; what was known before stays as a claim beside it. */
function claimOperations(contractId: string, said: Said, values: CallValues, { contract, today, source }: CallFacts): Operation[] {
  if (!isSomethingSaid(said)) return [];
  const isKnown = contract !== undefined && (contract.endDate !== undefined || contract.noticeLength !== undefined);
  const isDifferent =
    (said.endDate !== undefined && said.endDate !== contract?.endDate) ||
    (said.noticeLength !== undefined && (said.noticeLength !== contract?.noticeLength || said.noticeUnit !== contract.noticeUnit));
  const before =
    isKnown && isDifferent
      ? [
          create('before', 'Contract_Claim__c', {
            Competitor_Contract__c: contractId,
            Source__c: contract.source ?? null,
            Said_On_Date__c: contract.obtainedOn ?? null,
            Said_End_Date__c: contract.endDate ?? null,
            Said_Notice_Length__c: contract.noticeLength ?? null,
            Said_Notice_Unit__c: contract.noticeUnit ?? null,
            Confidence__c: contract.confidence ?? 'Unknown',
          }),
        ]
      : [];
  return [
    ...before,
    create('claim', 'Contract_Claim__c', {
      Competitor_Contract__c: contractId,
      Source__c: values.spokenTo ? `${source}: ${values.spokenTo}`.slice(0, 120) : source,
      Said_On_Date__c: today,
      Said_End_Date__c: said.endDate ?? null,
      Said_Notice_Length__c: said.noticeLength ?? null,
      Said_Notice_Unit__c: said.noticeUnit ?? null,
      Confidence__c: 'High',
    }),
  ];
}

function outcomeFields({ key, values }: CallDraft, said: Said, contractId: string | null, facts: CallFacts): Fields {
  const hasStep = Boolean(values.nextStep) && values.nextStep !== 'None';
  return {
    Account__c: facts.accountId,
    Competitor_Contract__c: contractId,
    Comparison_Script__c: facts.scriptId ?? null,
    Comparison_Claim__c: values.lineId || null,
    Line_Said__c: values.lineWords?.slice(0, 255) || null,
    Worked__c: (values.lineId && values.worked) || 'Unknown',
    Outcome__c: values.outcome ?? null,
    Objection__c: values.objection || null,
    Answer_1__c: values.answer1 || null,
    Answer_2__c: values.answer2 || null,
    Answer_3__c: values.answer3 || null,
    Said_End_Date__c: said.endDate ?? null,
    Said_Notice_Length__c: said.noticeLength ?? null,
    Said_Notice_Unit__c: said.noticeUnit ?? null,
    Satisfaction__c: values.satisfaction || null,
    Days_Left__c: facts.daysLeft ?? null,
    Next_Step__c: hasStep ? (values.nextStep ?? 'None') : 'None',
    Next_Step_Date__c: hasStep ? values.nextStepDate || null : null,
    Note__c: values.note || null,
    External_Id__c: key,
  };
}

function create(alias: string, object: string, fields: Fields): Operation {
  return { alias, mutation: `${object}Create`, type: `${object}CreateInput`, selection: 'Record { Id }', input: { [object]: fields } };
}

function update(alias: string, id: string, fields: Fields): Operation {
  const object = 'Competitor_Contract__c';
  return { alias, mutation: `${object}Update`, type: `${object}UpdateInput`, selection: 'success', input: { Id: id, [object]: fields } };
}
