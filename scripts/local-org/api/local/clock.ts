// The org's clock as a resource: reading it, and running the days up to another one. Salesforce has no such resource.
import { Readable } from 'node:stream';
import { ApiError } from '../../../platform/api-error.ts';
import type { DayReport } from '../../engine/automation/run-days.ts';
import { malformedRequest } from '../errors.ts';
import type { Route } from '../route.ts';

export const clockRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/local/clock',
    handle: (_request, org) => ({ status: 200, json: org.automation.readClock() }),
  },
  {
    method: 'POST',
    path: '/local/clock',
    async handle(request, org) {
      const body = await request.json();
      const until: unknown = typeof body === 'object' && body !== null && 'until' in body ? body.until : undefined;
      if (typeof until !== 'string') throw malformedRequest('until is missing: send {"until": "YYYY-MM-DD"}');
      const reports = org.automation.advanceClock(until);
      return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, stream: Readable.from(lines(reports)) };
    },
  },
];

/** One line of JSON for each day; a run that breaks off ends with a line that says why. */
async function* lines(reports: AsyncGenerator<DayReport>): AsyncGenerator<string> {
  try {
    for await (const report of reports) yield `${JSON.stringify(report)}\n`;
  } catch (error) {
    const known = error instanceof ApiError;
    yield `${JSON.stringify({ error: known ? error.message : 'The run was broken off by an unexpected error.' })}\n`;
    if (!known) throw error;
  }
}
