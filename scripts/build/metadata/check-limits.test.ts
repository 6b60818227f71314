// The metadata check counts what an object may have of each kind of field.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { checkPackage } from './check-package.ts';
import { tellFindings } from './finding.ts';

const SOUND = path.join(import.meta.dirname, '__fixtures__/small-package');
const work = mkdtempSync(path.join(tmpdir(), 'check-limits-'));
after(() => rmSync(work, { recursive: true, force: true }));

const reference = (type: string, name: string, to: string): string =>
  `<type>${type}</type><referenceTo>${to}</referenceTo><relationshipName>${name}</relationshipName>`;
const rollUp =
  '<type>Summary</type><summaryForeignKey>Park_Member__c.Park__c</summaryForeignKey><summaryOperation>count</summaryOperation>';

const LIMITS: readonly (readonly [what: string, object: string, count: number, body: (name: string) => string])[] = [
  ['26 roll-up summary fields; an org allows 25', 'Park__c', 25, () => rollUp],
  ['41 lookup fields; an org allows 40', 'Park__c', 41, (name) => reference('Lookup', name, 'Account')],
  ['3 master-detail fields; an org allows 2', 'Park_Member__c', 2, (name) => reference('MasterDetail', name, 'Account')],
  ['26 external ids; an org allows 25', 'Park__c', 26, () => '<type>Text</type><length>9</length><externalId>true</externalId>'],
  ['21 fields with history; an org allows 20', 'Park__c', 20, () => '<type>Date</type><trackHistory>true</trackHistory>'],
];

for (const [what, object, count, body] of LIMITS) {
  test(`it finds ${what}`, () => {
    const folder = path.join(work, what);
    cpSync(SOUND, folder, { recursive: true });
    const write = (most: number): string => {
      for (let at = 1; at <= most; at += 1)
        writeFileSync(
          path.join(folder, `objects/${object}/fields/More_${at}__c.field-meta.xml`),
          `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>More_${at}__c</fullName><label>More ${at}</label>${body(`More_${at}`)}</CustomField>`,
        );
      return tellFindings(checkPackage([folder], folder).findings);
    };
    assert.doesNotMatch(write(count - 1), /an org allows/);
    assert.ok(write(count).includes(`It has ${what}`));
  });
}
