// Runs the mutations of a request in their order, together or each for itself, with `@{alias}` for ids of earlier ones.
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { getArgumentValues, GraphQLError } from 'graphql';
import type { Row, Value } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { RequestContext } from './request-context.ts';
import { selectedBelow } from './selection.ts';

export type MutationKind = 'Create' | 'Update' | 'Delete';

export interface MutationOutcome {
  readonly id: string;
}

/** By response key; an error stands for a mutation that failed or was undone. */
export type MutationOutcomes = ReadonlyMap<string, MutationOutcome | GraphQLError>;

interface MutationInput {
  readonly Id?: string;
  readonly [object: string]: unknown;
}

class Undone extends Error {}

export function runMutations(
  type: GraphQLObjectType,
  allOrNone: boolean,
  info: GraphQLResolveInfo,
  context: RequestContext,
): MutationOutcomes {
  const nodes = selectedBelow(info.fieldNodes, [], info).filter((node) => node.name.value !== '__typename');
  const outcomes = new Map<string, MutationOutcome | GraphQLError>();
  const run = (): void => {
    for (const node of nodes) {
      const outcome = runOne(type, node, outcomes, info, context);
      outcomes.set(keyOf(node), outcome);
      if (allOrNone && outcome instanceof GraphQLError) throw new Undone();
    }
  };
  try {
    if (allOrNone) context.org.transaction(run);
    else run();
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    for (const node of nodes) {
      if (!(outcomes.get(keyOf(node)) instanceof GraphQLError)) outcomes.set(keyOf(node), rolledBack());
    }
  }
  return outcomes;
}

function keyOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

function runOne(
  type: GraphQLObjectType,
  node: FieldNode,
  outcomes: MutationOutcomes,
  info: GraphQLResolveInfo,
  context: RequestContext,
): MutationOutcome | GraphQLError {
  const definition = type.getFields()[node.name.value];
  if (!definition) return new GraphQLError(`Unknown mutation ${node.name.value}`);
  const { object, kind } = definition.extensions as unknown as { object: SObjectType; kind: MutationKind };
  const { input } = getArgumentValues(definition, node, info.variableValues) as { input: MutationInput };
  try {
    const row: Row = {};
    for (const [name, value] of Object.entries((input[object.name] ?? {}) as Row)) row[name] = resolved(value, outcomes);
    if (input.Id !== undefined) row['Id'] = resolved(input.Id, outcomes);
    return outcome(save(object, kind, row, context));
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/**
 * A value as it is, or the id that `@{alias}` or `@{alias.Record.Id}` stands for (GraphQL API, "Chain Mutations by Using Field References").
 * References to other fields of an earlier record are refused by name.
 */
function resolved(value: Value, outcomes: MutationOutcomes): Value {
  const [, alias, path = ''] = (typeof value === 'string' && /^@\{(\w+)((?:\.\w+)*)\}$/.exec(value)) || [];
  if (alias === undefined) return value;
  if (path !== '' && path !== '.Record.Id')
    throw new GraphQLError(
      `The local org does not implement the reference @{${alias}${path}}: it knows @{${alias}} and @{${alias}.Record.Id}`,
    );
  const earlier = outcomes.get(alias);
  if (!earlier || earlier instanceof GraphQLError)
    throw new GraphQLError(`The reference @{${alias}} names no earlier mutation that succeeded`);
  return earlier.id;
}

function save(object: SObjectType, kind: MutationKind, row: Row, { org, session }: RequestContext): SaveResult | undefined {
  const options = { allOrNone: true };
  if (kind === 'Create') return org.insert(session, object.name, [row], options)[0];
  if (kind === 'Update') return org.update(session, object.name, [row], options)[0];
  return org.remove(session, object.name, [String(row['Id'])], options)[0];
}

function outcome(result: SaveResult | undefined): MutationOutcome | GraphQLError {
  if (result?.success) return { id: result.id };
  return new GraphQLError((result?.errors ?? []).map((error) => error.message).join(' '));
}

function rolledBack(): GraphQLError {
  return new GraphQLError('Record rolled back because not all records were valid and the request was using AllOrNone');
}
