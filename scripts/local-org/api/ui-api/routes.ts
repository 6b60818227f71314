// User Interface API of the local org: records, object info, picklist values, related lists.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { namesIn } from './field-paths.ts';
import { objectEntry, objectInfo } from './object-info.ts';
import { allPicklistValues, picklistValues } from './picklist-values.ts';
import { readBatch, readRecord } from './read-records.ts';
import { relatedListRecords } from './related-list.ts';
import type { UserInterface } from './ui-request.ts';
import { namedObject, userInterface } from './ui-request.ts';
import { createRecord, deleteRecord, updateRecord } from './write-records.ts';

type Answer = (request: ApiRequest, ui: UserInterface) => Promise<ApiResponse> | ApiResponse;

const INFO = '/ui-api/object-info';

/** Labels, help, picklist labels and displayed values are in the language of the session. */
export function uiApiRoutes(): readonly Route[] {
  return [
    route('GET', '/ui-api/records/:id', readRecord),
    route('GET', '/ui-api/records/batch/:ids', readBatch),
    route('POST', '/ui-api/records', createRecord),
    route('PATCH', '/ui-api/records/:id', updateRecord),
    route('DELETE', '/ui-api/records/:id', deleteRecord),
    route('GET', INFO, directory),
    route('GET', `${INFO}/batch/:objects`, infoBatch),
    route('GET', `${INFO}/:object`, (request, { schema }) =>
      json(objectInfo(schema, namedObject(schema, request.params['object']), request.base)),
    ),
    route('GET', `${INFO}/:object/picklist-values/:recordTypeId`, (request, { schema }) =>
      json(allPicklistValues(namedObject(schema, request.params['object']), request.params['recordTypeId'], request.base)),
    ),
    route('GET', `${INFO}/:object/picklist-values/:recordTypeId/:field`, (request, { schema }) =>
      json(
        picklistValues(
          namedObject(schema, request.params['object']),
          request.params['recordTypeId'],
          request.params['field'],
          request.base,
        ),
      ),
    ),
    route('GET', '/ui-api/related-list-records/:parentId/:relatedListId', relatedListRecords),
    ...(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const).map((method) => route(method, '/ui-api/*', refuse)),
  ];
}

function route(method: Route['method'], path: string, answer: Answer): Route {
  return { method, path, handle: (request, org) => answer(request, userInterface(org, request.session)) };
}

function json(body: unknown): ApiResponse {
  return { status: 200, json: body };
}

function directory(request: ApiRequest, { schema }: UserInterface): ApiResponse {
  const objects = Object.fromEntries(schema.objects.map((object) => [object.name, objectEntry(object, request.base)]));
  return json({ objects });
}

function infoBatch(request: ApiRequest, { schema }: UserInterface): ApiResponse {
  const results = namesIn([request.params['objects'] ?? '']).map((name) => {
    try {
      return { result: objectInfo(schema, namedObject(schema, name), request.base), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { result: [{ errorCode: error.errorCode, message: error.message }], statusCode: error.status };
    }
  });
  return json({ hasErrors: results.some((one) => one.statusCode !== 200), results });
}

function refuse(request: ApiRequest): ApiResponse {
  throw notImplemented(`the User Interface API resource ${request.method} /ui-api/${(request.params['*'] ?? '').split('/', 1).join()}`);
}
