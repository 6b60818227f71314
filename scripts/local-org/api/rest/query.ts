// Queries with paging (REST API Developer Guide, "Query" and "Query More Results").
import type { Org } from '../../engine/org.ts';
import { invalidLocator, missingParameter } from '../errors.ts';
import { createQueryLocators, type Page } from '../query-locators.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { describeColumns } from './query-columns.ts';
import { writeRecord } from './queried-records.ts';

/** Records a page: 2,000 unless `Sforce-Query-Options: batchSize` asks for 200 to 2,000. */
const PAGE = { default: 2_000, min: 200, max: 2_000 } as const;

export function queryRoutes(): readonly Route[] {
  const locators = createQueryLocators();
  return [
    {
      method: 'GET',
      path: '/query',
      handle(request, org) {
        const soql = request.query.get('q');
        if (soql === null) throw missingParameter('q');
        if (request.query.get('columns') === 'true') return describeColumns(request, org, soql);
        const count = pageSize(request);
        return answer(request, org, locators.first(org, request.session, soql, count), count);
      },
    },
    {
      method: 'GET',
      path: '/query/:locator',
      handle(request, org) {
        const [, locator = '', from] = /^(\w{18})-(\d+)$/.exec(request.params['locator'] ?? '') ?? [];
        const count = pageSize(request);
        const page = locators.next(org, request.session, locator, Number(from), count);
        if (!page) throw invalidLocator();
        return answer(request, org, page, Number(from) + count);
      },
    },
  ];
}

function answer(request: ApiRequest, org: Org, { totalSize, records, locator }: Page, next: number): ApiResponse {
  const more = locator === undefined ? {} : { nextRecordsUrl: `${request.base}/query/${locator}-${next}` };
  const shown = records.map((record) => writeRecord(record, { schema: org.schema, base: request.base }));
  return { status: 200, json: { totalSize, done: locator === undefined, ...more, records: shown } };
}

function pageSize(request: ApiRequest): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(String(request.headers['sforce-query-options'] ?? ''))?.[1];
  return asked === undefined ? PAGE.default : Math.min(Math.max(Number(asked), PAGE.min), PAGE.max);
}
