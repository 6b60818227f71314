// Parses, validates and executes GraphQL documents; the first two once per text.
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { execute, GraphQLError, parse, validate } from 'graphql';
import { withoutClosedFields } from './optional-fields.ts';
import type { RequestContext } from './request-context.ts';
import type { WireError } from './wire-errors.ts';
import { fetchError, syntaxError, validationError } from './wire-errors.ts';

const REMEMBERED = 200;

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly WireError[];
}

type Checked = { readonly document: DocumentNode } | { readonly errors: readonly WireError[] };

export class DocumentRunner {
  readonly #schema: GraphQLSchema;
  readonly #checked = new Map<string, Checked>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  async run(request: GraphqlRequest, context: RequestContext): Promise<GraphqlAnswer> {
    const checked = this.#check(request.query);
    if ('errors' in checked) return { data: {}, errors: checked.errors };
    const result: ExecutionResult = await execute({
      schema: this.#schema,
      document: checked.document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName ?? null,
    });
    return { data: result.data ?? {}, errors: (result.errors ?? []).map(fetchError) };
  }

  #check(query: string): Checked {
    const known = this.#checked.get(query);
    if (known) return known;
    const checked = this.#parse(query);
    if (this.#checked.size >= REMEMBERED) this.#checked.clear();
    this.#checked.set(query, checked);
    return checked;
  }

  #parse(query: string): Checked {
    try {
      const document = withoutClosedFields(parse(query, { maxTokens: 20_000 }), this.#schema);
      const errors = validate(this.#schema, document);
      return errors.length > 0 ? { errors: errors.map(validationError) } : { document };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [syntaxError(error)] };
      throw error;
    }
  }
}
