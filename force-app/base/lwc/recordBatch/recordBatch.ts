// Saves many records in few requests, each for itself, and tells of each what became of it.
import mayNotSave from '@salesforce/label/c.State_May_Not_Save';
import { failureOf, whyNotSaved } from 'c/dataFailure';
import { executeMutation, gql, type GraphQLDocument, type GraphQLProblem } from 'lightning/graphql';

export type FieldValues = Readonly<Record<string, string | number | boolean | null>>;

export type RecordChange =
  | { readonly kind: 'create'; readonly object: string; readonly fields: FieldValues }
  | { readonly kind: 'update'; readonly object: string; readonly id: string; readonly fields: FieldValues }
  | { readonly kind: 'delete'; readonly object: string; readonly id: string };

/** `words` are for the user to read: what the org said, or what stands for it where that would help nobody. */
export type RecordOutcome = { readonly saved: true; readonly id: string } | { readonly saved: false; readonly words: string };

/** Records of one request: few enough for every flow of the org to run on each of them within the limits of one request. */
const BATCH_SIZE = 25;

interface Payload {
  readonly Id?: string;
  readonly Record?: { readonly Id?: string } | null;
}
interface Answer {
  readonly uiapi?: Readonly<Record<string, Payload | null | undefined>> | null;
}

/** Outcomes in the order of the changes. A record that is refused does not keep the others from being saved. */
export async function saveEach(changes: readonly RecordChange[]): Promise<readonly RecordOutcome[]> {
  if (changes.length === 0) return [];
  // one request after the other: records of one account in two at a time would wait for each other's lock
  const outcomes = await saveBatch(changes.slice(0, BATCH_SIZE));
  return [...outcomes, ...(await saveEach(changes.slice(BATCH_SIZE)))];
}

/** Said of changes that were undone because another one was refused. */
const UNDONE = /rolled back/i;

/**
 * All or none, in one transaction; a later record names an earlier one by its place: `@{c0}`. Gives the words of the refusal, blank when there
 * are none; undefined when everything is saved.
 */
export async function saveTogether(changes: readonly RecordChange[]): Promise<string | undefined> {
  const { errors } = await executeMutation<Answer>({ query: documentOf(changes, true), variables: variablesOf(changes) });
  if (!errors?.length) return undefined;
  const own = errors.filter(({ message }) => !UNDONE.test(message));
  return own.length > 0 ? wordsOf(own) : '';
}

async function saveBatch(changes: readonly RecordChange[]): Promise<readonly RecordOutcome[]> {
  const { data, errors } = await executeMutation<Answer>({ query: documentOf(changes, false), variables: variablesOf(changes) });
  const uiapi = data?.uiapi;
  return changes.map((change, index) => outcomeOf(change, `c${index}`, uiapi, errors));
}

function outcomeOf(
  change: RecordChange,
  alias: string,
  uiapi: Answer['uiapi'],
  errors: readonly GraphQLProblem[] | undefined,
): RecordOutcome {
  const own = (errors ?? []).filter(({ paths }) => paths?.includes(alias));
  const payload = uiapi?.[alias];
  if (payload && own.length === 0) {
    return { saved: true, id: change.kind === 'create' ? (payload.Record?.Id ?? '') : change.id };
  }
  // a problem without a path is one of the request as a whole
  const told = own.length > 0 ? own : (errors ?? []).filter(({ paths }) => !paths?.length);
  return { saved: false, words: wordsOf(told) };
}

/** A field that the user may not write is no field of that user's schema: the platform then speaks of types and variables. */
function wordsOf(problems: readonly GraphQLProblem[]): string {
  return failureOf(problems) === 'no-permission' ? mayNotSave : whyNotSaved({ body: problems });
}

const SUFFIX = { create: 'Create', update: 'Update', delete: 'Delete' } as const;

function documentOf(changes: readonly RecordChange[], allOrNone: boolean): GraphQLDocument {
  const inputs = changes.map(({ kind, object }, index) => `$c${index}: ${kind === 'delete' ? 'Record' : object}${SUFFIX[kind]}Input!`);
  const mutations = changes.map(
    ({ kind, object }, index) => `c${index}: ${object}${SUFFIX[kind]}(input: $c${index}) { ${selectionOf(kind)} }`,
  );
  const text = `mutation saveEach(${inputs.join(', ')}) { uiapi(input: { allOrNone: ${allOrNone} }) { ${mutations.join(' ')} } }`;
  // the text depends on how many records of which kind there are; values only ever travel as variables
  return gql(Object.assign([text], { raw: [text] }));
}

function selectionOf(kind: RecordChange['kind']): string {
  if (kind === 'create') return 'Record { Id }';
  return kind === 'update' ? 'success' : 'Id';
}

function variablesOf(changes: readonly RecordChange[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(changes.map((change, index) => [`c${index}`, inputOf(change)]));
}

function inputOf(change: RecordChange): Readonly<Record<string, unknown>> {
  if (change.kind === 'delete') return { Id: change.id };
  if (change.kind === 'create') return { [change.object]: change.fields };
  return { Id: change.id, [change.object]: change.fields };
}
