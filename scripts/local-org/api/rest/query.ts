// Queries with paging (REST API Developer Guide, "Query" and "Query More Results").
import type { Org, QueriedRecord } from '../../engine/org.ts';
import { invalidLocator, missingParameter } from '../errors.ts';
import { createQueryLocators } from '../query-locators.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { describeColumns } from './query-columns.ts';
import { writeRecord } from './queried-records.ts';

/** Records a page: 2,000 unless `Sforce-Query-Options: batchSize` asks for 200 to 2,000. */
const PAGE = { default: 2_000, min: 200, max: 2_000 } as const;

export function queryRoutes(): readonly Route[] {
  const locators = createQueryLocators();

  const page = (request: ApiRequest, org: Org, records: readonly QueriedRecord[], from: number, known?: string): ApiResponse => {
    const to = from + pageSize(request);
    const done = to >= records.length;
    const locator = done ? undefined : (known ?? locators.keep(request.session.userId, records));
    if (done && known !== undefined) locators.drop(known);
    const next = locator === undefined ? {} : { nextRecordsUrl: `${request.base}/query/${locator}-${to}` };
    const shown = records.slice(from, to).map((record) => writeRecord(record, { schema: org.schema, base: request.base }));
    return { status: 200, json: { totalSize: records.length, done, ...next, records: shown } };
  };

  return [
    {
      method: 'GET',
      path: '/query',
      handle(request, org) {
        const soql = request.query.get('q');
        if (soql === null) throw missingParameter('q');
        if (request.query.get('columns') === 'true') return describeColumns(request, org, soql);
        const { totalSize, records } = org.query(request.session, soql);
        // SELECT COUNT() gives a size without records.
        return records.length === 0 ? { status: 200, json: { totalSize, done: true, records: [] } } : page(request, org, records, 0);
      },
    },
    {
      method: 'GET',
      path: '/query/:locator',
      handle(request, org) {
        const [, locator = '', from] = /^(\w{18})-(\d+)$/.exec(request.params['locator'] ?? '') ?? [];
        const records = locators.find(request.session.userId, locator);
        if (!records || Number(from) > records.length) throw invalidLocator();
        return page(request, org, records, Number(from), locator);
      },
    },
  ];
}

function pageSize(request: ApiRequest): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(String(request.headers['sforce-query-options'] ?? ''))?.[1];
  return asked === undefined ? PAGE.default : Math.min(Math.max(Number(asked), PAGE.min), PAGE.max);
}
