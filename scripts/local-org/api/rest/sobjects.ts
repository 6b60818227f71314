// The objects of the org and their descriptions.
import { describeGlobal, describeObject, describeObjectBriefly } from '../describe.ts';
import type { Route } from '../route.ts';
import { objectOf } from './found-object.ts';

export const sobjectRoutes: readonly Route[] = [
  { method: 'GET', path: '/sobjects', handle: (request, org) => ({ status: 200, json: describeGlobal(org.schema, request.base) }) },
  {
    method: 'GET',
    path: '/sobjects/:object',
    handle: (request, org) => ({
      status: 200,
      json: { objectDescribe: describeObjectBriefly(objectOf(request, org), request.base), recentItems: [] },
    }),
  },
  {
    method: 'GET',
    path: '/sobjects/:object/describe',
    handle: (request, org) => ({ status: 200, json: describeObject(org.schema, objectOf(request, org), request.base) }),
  },
];
