// Large queries as Bulk API 2.0 query jobs, their pages read as they arrive.
import { ApiError } from '../../platform/api-error.ts';
import { orgFailure } from '../plan/import-failure.ts';
import { CsvEndsEarly, CsvRows } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { isPassing } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';

const ATTEMPTS = 4;
const FIRST_POLL_MILLISECONDS = 40;
const SLOWEST_POLL_MILLISECONDS = 5_000;
const ROWS_PER_PAGE = 250_000;

/**
 * Runs the query and tells every row, columns in the order of the query. A page that broke off is fetched again from its start, so `row`
 * may see a row twice. Returns the number of rows.
 */
export async function bulkQuery(session: OrgSession, soql: string, pace: Pace, row: (row: CsvRow) => void): Promise<number> {
  const id = await startQuery(session, soql, pace);
  let total = 0;
  for (let locator = ''; locator !== 'null';) {
    const page = await fetchPage(session, id, locator, pace, row);
    total += page.rows;
    locator = page.next;
  }
  return total;
}

async function startQuery(session: OrgSession, soql: string, pace: Pace): Promise<string> {
  const { id } = (await repeated(() => session.json('POST', '/jobs/query', { operation: 'query', query: soql }), pace)) as {
    readonly id?: unknown;
  };
  if (typeof id !== 'string') throw new ApiError(502, 'NOT_A_JOB', 'the answer does not describe a query job');
  let delay = FIRST_POLL_MILLISECONDS;
  for (;;) {
    const info = (await repeated(() => session.json('GET', `/jobs/query/${id}`), pace)) as {
      readonly state?: unknown;
      readonly errorMessage?: unknown;
    };
    if (info.state === 'JobComplete') return id;
    if (info.state === 'Failed' || info.state === 'Aborted') {
      const reason = typeof info.errorMessage === 'string' ? info.errorMessage : String(info.state);
      throw orgFailure('QUERY_FAILED', { reason });
    }
    await pace.wait(delay);
    delay = Math.min(delay * 1.5, SLOWEST_POLL_MILLISECONDS);
  }
}

async function fetchPage(
  session: OrgSession,
  id: string,
  locator: string,
  pace: Pace,
  row: (row: CsvRow) => void,
): Promise<{ readonly rows: number; readonly next: string }> {
  const path = `/jobs/query/${id}/results?maxRecords=${ROWS_PER_PAGE}${locator === '' ? '' : `&locator=${encodeURIComponent(locator)}`}`;
  for (let attempt = 1; ; attempt += 1) {
    let problem: unknown;
    try {
      const { headers, body } = await session.stream({ method: 'GET', path, accept: 'text/csv' });
      let rows = -1;
      const reader = new CsvRows((found) => {
        rows += 1;
        if (rows > 0) row(found);
      });
      for await (const piece of body) reader.push(piece as Buffer);
      reader.close();
      const expected = headers['sforce-numberofrecords'];
      if (expected === undefined || Number(expected) === Math.max(rows, 0)) {
        return { rows: Math.max(rows, 0), next: String(headers['sforce-locator'] ?? 'null') };
      }
      problem = orgFailure('QUERY_INCOMPLETE', { expected: String(expected), rows });
    } catch (error) {
      if (!isPassing(error) && !(error instanceof CsvEndsEarly)) throw error;
      problem = error;
    }
    if (attempt === ATTEMPTS) throw problem;
    await pace.wait(1_000 * 2 ** (attempt - 1));
  }
}
