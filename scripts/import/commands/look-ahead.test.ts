import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { csv, json, scriptedOrg } from '../load/testing/scripted-org.ts';
import type { CommandContext, OpenOrg } from './command.ts';
import { lookAhead } from './look-ahead.ts';

const folder = mkdtempSync(join(tmpdir(), 'look-ahead-'));
after(() => rmSync(folder, { recursive: true }));

function fileOf(bytes: number): string {
  const path = join(folder, `${bytes}.csv`);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

function context(connect: () => Promise<OpenOrg>): CommandContext {
  return { connect, surroundings: { wait: () => Promise.resolve() } } as unknown as CommandContext;
}

const openWith = (session: OrgSession): Promise<OpenOrg> => Promise.resolve({ session } as OpenOrg);

test('the accounts of the org are read while a large file is; a small one is not worth it', async () => {
  const org = await scriptedOrg(({ path }, response) => {
    if (path.includes('/results')) csv(response, '"KvK_Number__c"\n"00000012"\n');
    else json(response, { id: '750a', state: 'JobComplete' });
  });
  try {
    assert.equal(
      lookAhead(
        context(() => openWith(org.session)),
        { file: fileOf(1_000), kind: 'contracts' },
        'local',
      ),
      undefined,
    );
    const ahead = lookAhead(
      context(() => openWith(org.session)),
      { file: fileOf(20_000_000), kind: 'contracts' },
      'local',
    );
    assert.equal((await ahead?.accounts)?.has(12), true);
    assert.equal((await ahead?.connecting)?.session, org.session);
    const ofConsent = lookAhead(
      context(() => openWith(org.session)),
      { file: fileOf(20_000_000), kind: 'consent' },
      'local',
    );
    assert.equal(await ofConsent?.accounts, undefined);
  } finally {
    await org.close();
  }
});

test('an org that cannot be reached fails only where the load comes to it', async () => {
  const ahead = lookAhead(
    context(() => Promise.reject(new Error('no such org'))),
    { file: fileOf(20_000_000), kind: 'contracts' },
    'local',
  );
  assert.equal(await ahead?.accounts, undefined);
  ahead?.drop();
  await assert.rejects(ahead?.connecting ?? Promise.resolve(), /no such org/);
});
