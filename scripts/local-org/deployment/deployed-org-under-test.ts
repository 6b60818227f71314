// A local org to deploy to, as tests use it: zips of a few files over REST, without the sf CLI and its seconds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { judgeSource } from '../../build/metadata/judge-source.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

export interface DeployAnswer {
  readonly status: string;
  readonly success: boolean;
  readonly done: boolean;
  readonly errorMessage?: string;
  readonly numberComponentsDeployed: number;
  readonly details: { readonly componentFailures: readonly Component[]; readonly componentSuccesses: readonly Component[] };
}

interface Component {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly problem?: string;
  readonly lineNumber?: number;
  readonly created: boolean;
  readonly changed: boolean;
}

/** A zip: files by path in metadata format, and what its package.xml names. */
export interface Package {
  readonly files: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, readonly string[]>>;
  readonly version?: string;
  readonly deletions?: Readonly<Record<string, readonly string[]>>;
}

export interface DeployedOrgUnderTest {
  readonly org: LocalOrg;
  /** Requests below the version; JSON both ways. */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Starts a deployment and gives its id. */
  start(what: Package, options?: { readonly rollbackOnError?: boolean; readonly checkOnly?: boolean }): Promise<string>;
  result(id: string): Promise<DeployAnswer>;
  /** Deploys and waits for the result. */
  deploy(what: Package, options?: { readonly rollbackOnError?: boolean; readonly checkOnly?: boolean }): Promise<DeployAnswer>;
  close(): Promise<void>;
}

export async function deployedOrgUnderTest(): Promise<DeployedOrgUnderTest> {
  // as npm run org -- --empty has it: inside of a project whose ignored files are not the org's
  const project = mkdtempSync(join(tmpdir(), 'deployed-org-'));
  writeFileSync(join(project, '.forceignore'), '**/*.ts\n');
  const org = await startLocalOrg({ folder: join(project, '.local-org', 'empty'), judge: judgeSource, faults: true });
  const call = async (method: string, path: string, init: RequestInit): Promise<unknown> => {
    const { headers, ...rest } = init;
    const response = await fetch(`${org.url}/services/data/v${API_VERSION}${path}`, {
      ...rest,
      method,
      headers: { ...(headers as Record<string, string>), authorization: `Bearer ${org.accessToken}` },
    });
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const result = async (id: string): Promise<DeployAnswer> => {
    const answer = (await call('GET', `/metadata/deployRequest/${id}?includeDetails=true`, {})) as { deployResult: DeployAnswer };
    return answer.deployResult;
  };
  const start: DeployedOrgUnderTest['start'] = async (what, options = {}) => {
    const form = new FormData();
    const deployOptions = { rollbackOnError: true, ...options };
    form.append('json', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
    form.append('file', new Blob([new Uint8Array(await zipOf(what))], { type: 'application/zip' }), 'package.zip');
    return ((await call('POST', '/metadata/deployRequest', { body: form })) as { id: string }).id;
  };
  return {
    org,
    request: (method, path, body) =>
      call(method, path, body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    start,
    result,
    async deploy(what, options) {
      const id = await start(what, options);
      for (;;) {
        const answer = await result(id);
        if (answer.done) return answer;
      }
    },
    async close() {
      await org.close();
      rmSync(project, { recursive: true, force: true });
    },
  };
}

function zipOf({ files, types, version = API_VERSION, deletions }: Package): Promise<Buffer> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  zip.file('package.xml', manifest(types, version));
  if (deletions) zip.file('destructiveChanges.xml', manifest(deletions, version));
  return zip.generateAsync({ type: 'nodebuffer' });
}

function manifest(types: Package['types'], version: string): string {
  const entries = Object.entries(types).map(
    ([type, members]) => `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${type}</name></types>`,
  );
  return `<?xml version="1.0"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${entries.join('')}<version>${version}</version></Package>`;
}
