// `npm run org:clock`: shows the clock of the running local org, or runs it on to a day.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { API_VERSION } from '../platform/api-version.ts';
import { isCivilDate } from '../platform/civil-date.ts';
import { clockLines, dayLines, errorLines } from './clock-report.ts';
import { readConnection, type Connection } from './connection.ts';
import type { ClockReading } from './engine/automation/automation.ts';
import type { FlowError } from './engine/flows/flow-errors-list.ts';
import type { DayReport } from './engine/automation/run-days.ts';

/** What ends the command: exit code 2 for wrong use, 3 when the org cannot be reached or refuses. */
class CommandRefusal extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = exitCode;
  }
}

interface FlowErrors {
  readonly totalSize: number;
  readonly errors: readonly (FlowError & { readonly serial: number })[];
}

async function ask(connection: Connection, resource: string, body?: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${connection.instanceUrl}/services/data/v${API_VERSION}/local/${resource}`, {
      method: body ? 'POST' : 'GET',
      // Compressed, the days would not be told one by one.
      headers: { authorization: `Bearer ${connection.accessToken}`, 'content-type': 'application/json', 'accept-encoding': 'identity' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    throw new CommandRefusal(3, `No local org answers at ${connection.instanceUrl}. Start it with npm start and try again.`, error);
  }
  if (response.ok) return response;
  const [problem] = (await response.json()) as readonly { readonly message: string }[];
  throw new CommandRefusal(3, problem?.message ?? `The local org answered ${response.status}.`);
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** The serial of the last error so far, so that only new ones are told. */
async function lastError(connection: Connection): Promise<number> {
  let last = 0;
  for (;;) {
    const { errors } = (await (await ask(connection, `flow-errors?after=${last}`)).json()) as FlowErrors;
    const end = errors.at(-1)?.serial;
    if (end === undefined) return last;
    last = end;
  }
}

async function runUntil(connection: Connection, until: string): Promise<void> {
  const known = await lastError(connection);
  const { body } = await ask(connection, 'clock', { until });
  let days = 0;
  if (body) {
    for await (const line of createInterface({ input: Readable.fromWeb(body as ReadableStream), crlfDelay: Infinity })) {
      const report = JSON.parse(line) as DayReport | { readonly error: string };
      if ('error' in report) throw new CommandRefusal(3, report.error);
      print(dayLines(report));
      days += 1;
    }
  }
  if (days === 0) print([`${until} has run already: nothing to do.`]);
  const { errors } = (await (await ask(connection, `flow-errors?after=${known}`)).json()) as FlowErrors;
  print(errorLines(errors));
  print(clockLines((await (await ask(connection, 'clock')).json()) as ClockReading));
}

try {
  const [until, ...more] = process.argv.slice(2);
  if (more.length > 0 || (until !== undefined && !isCivilDate(until))) {
    throw new CommandRefusal(2, `"${[until, ...more].join(' ')}" is no day. Write one day as YYYY-MM-DD: npm run org:clock -- 2027-01-15`);
  }
  const folder = join(process.cwd(), '.local-org');
  const connection = readConnection(folder);
  if (!connection) throw new CommandRefusal(3, `There is no local org in ${folder}. Start one with npm start.`);
  if (until !== undefined) await runUntil(connection, until);
  else print(clockLines((await (await ask(connection, 'clock')).json()) as ClockReading));
} catch (error) {
  if (!(error instanceof CommandRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
