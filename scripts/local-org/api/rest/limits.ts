// Limits and record counts. The local org has no daily limits: it says so by giving all of them as remaining.
import type { Org, Session } from '../../engine/org.ts';
import { missingParameter } from '../errors.ts';
import type { Route } from '../route.ts';
import { objectNamed } from './found-object.ts';

const DAILY_REQUESTS = 1_000_000;

export function limitRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/limits',
      handle: () => ({ status: 200, json: { DailyApiRequests: { Max: DAILY_REQUESTS, Remaining: DAILY_REQUESTS } } }),
    },
    {
      method: 'GET',
      path: '/limits/recordCount',
      handle(request, org) {
        const names = request.query.get('sObjects');
        if (names === null) throw missingParameter('sObjects');
        const objects = names.split(',').map((name) => objectNamed(org, name.trim()));
        return { status: 200, json: { sObjects: objects.map(({ name }) => ({ count: count(org, request.session, name), name })) } };
      },
    },
  ];
}

function count(org: Org, session: Session, object: string): number {
  return org.query(session, `SELECT COUNT() FROM ${object}`).totalSize;
}
