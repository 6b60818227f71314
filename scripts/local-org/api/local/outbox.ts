// The outbox as a resource: what flows would have sent, page by page. Salesforce has no such resource.
import { malformedRequest } from '../errors.ts';
import type { ApiRequest, Route } from '../route.ts';

const PAGE = 200;

export const outboxRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/local/outbox',
    handle(request, org) {
      return { status: 200, json: org.automation.outbox(afterOf(request), PAGE) };
    },
  },
];

/** `?after=<serial>`: what came after that message; from the first one when absent. */
export function afterOf(request: ApiRequest): number {
  const text = request.query.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(text)) throw malformedRequest(`after is "${text}", which is no serial number`);
  return Number(text);
}
