// Reports and dashboards over many contracts: from the request to the whole answer of the Analytics API.
import type { LocalOrg } from '../local-org/start.ts';

export interface ReportTimes {
  readonly what: string;
  /** Milliseconds of each run, the first one, which builds indexes, left out. */
  readonly times: readonly number[];
}

/** The reports about contracts, which are those that grow with them; dashboards reckon several at once. */
const REPORTS: readonly string[] = ['Expiring_Contracts', 'Known_Dates', 'Date_Confidence', 'Handled_In_Time'];
const DASHBOARDS: readonly string[] = ['Management', 'Data_Quality'];

export async function reportTimes(org: LocalOrg, runs: number): Promise<readonly ReportTimes[]> {
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`${org.url}/services/data/v68.0${path}`, { headers: { authorization: `Bearer ${org.accessToken}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const idOf = async (object: string, name: string): Promise<string> => {
    const soql = `SELECT Id FROM ${object} WHERE DeveloperName = '${name}'`;
    const { records } = (await get(`/query?q=${encodeURIComponent(soql)}`)) as { readonly records: readonly { readonly Id: string }[] };
    if (!records[0]) throw new Error(`there is no ${object} ${name}`);
    return records[0].Id;
  };
  const asked = [
    ...REPORTS.map((name) => ({ what: `Report ${name}, with its first rows`, object: 'Report', name, more: '?includeDetails=true' })),
    ...DASHBOARDS.map((name) => ({ what: `Dashboard ${name}, all of it`, object: 'Dashboard', name, more: '' })),
  ];
  const measured: ReportTimes[] = [];
  for (const { what, object, name, more } of asked) {
    const path = `/analytics/${object.toLowerCase()}s/${await idOf(object, name)}${more}`;
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const started = performance.now();
      await get(path);
      times.push(performance.now() - started);
    }
    measured.push({ what, times: times.slice(1) });
  }
  return measured;
}
