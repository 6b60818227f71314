// POST /graphql: the GraphQL API of the local org (Salesforce Platform GraphQL API).
import { ApiError } from '../../../platform/api-error.ts';
import type { Org } from '../../engine/org.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import type { Schema } from '../../metadata/schema.ts';
import { userInterfaceSchema } from '../ui-api/supported-objects.ts';
import { buildGraphqlSchema } from './build-schema.ts';
import type { GraphqlRequest } from './run-document.ts';
import { DocumentRunner } from './run-document.ts';

/** The schema is what the user may see; each is built with the first request that needs it. */
export function graphqlRoutes(): readonly Route[] {
  const runners = new WeakMap<Schema, DocumentRunner>();
  const runnerOf = (schema: Schema): DocumentRunner => {
    let runner = runners.get(schema);
    if (!runner) runners.set(schema, (runner = new DocumentRunner(buildGraphqlSchema(userInterfaceSchema(schema)))));
    return runner;
  };
  return [
    {
      method: 'POST',
      path: '/graphql',
      async handle(request, org) {
        return answer(await readRequest(request), request, org, runnerOf(org.schema));
      },
    },
  ];
}

async function answer(asked: GraphqlRequest, request: ApiRequest, org: Org, runner: DocumentRunner): Promise<ApiResponse> {
  const { session } = request;
  const json = await runner.run(asked, {
    org,
    session,
    schema: userInterfaceSchema(org.schema.inLanguage(session.language)),
    variables: asked.variables,
  });
  return { status: 200, json };
}

/** Throws ApiError for a body that is no GraphQL request. */
async function readRequest(request: ApiRequest): Promise<GraphqlRequest> {
  const body = await request.json();
  const { query, variables, operationName } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof query !== 'string') throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has no query');
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The variables of a GraphQL request are a JSON object');
  }
  return {
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}
