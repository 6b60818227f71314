// What flows have sent and where they have failed, as resources, page by page. Salesforce has no such resources.
import { malformedRequest } from '../errors.ts';
import type { ApiRequest, Route } from '../route.ts';

const PAGE = 200;

export const outboxRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/local/outbox',
    handle: (request, org) => ({ status: 200, json: org.automation.outbox(afterOf(request), PAGE) }),
  },
  {
    method: 'GET',
    path: '/local/flow-errors',
    handle: (request, org) => ({ status: 200, json: org.automation.flowErrors(afterOf(request), PAGE) }),
  },
];

/** `?after=<serial>`: what came after that one; from the first one when absent. */
function afterOf(request: ApiRequest): number {
  const text = request.query.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(text)) throw malformedRequest(`after is "${text}", which is no serial number`);
  return Number(text);
}
