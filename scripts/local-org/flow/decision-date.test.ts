// The package's own before-save flow, executed from its file with the starter regimes, gives the decision dates that the field expects.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Row, StoredRow, Value } from '../../platform/record.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import { recordScope } from '../formula/record-scope.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import type { MemoryHost } from './__fixtures__/memory-host.ts';
import { memoryHost } from './__fixtures__/memory-host.ts';
import { loadFlows } from './load-flows.ts';
import { runBeforeSave } from './run-flow.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const folders = [root('force-app/contracts'), root('force-app/lifecycle'), root('force-app/dutch')];
const schema = loadSchema(folders);
const flows = loadFlows(folders, schema);
const ACCOUNT = '001000000000001AAA';

interface RuleFile {
  readonly records: readonly Row[];
}

function hostAt(today: string, legalForm = 'Private Limited Company'): MemoryHost {
  const rules = JSON.parse(readFileSync(root('config/rules/notice-regimes.json'), 'utf8')) as RuleFile;
  const regimes: StoredRow[] = rules.records.map((record, index) => ({ ...record, Id: `a0${String(index).padStart(13, '0')}AAA` }));
  const account: StoredRow = {
    Id: ACCOUNT,
    Legal_Form__c: legalForm,
    Is_Legal_Form_Natural_Person__c: legalForm === 'Sole Proprietorship',
  };
  return memoryHost({ Notice_Regime__c: regimes, Account: [account] }, { today });
}

function decide(contract: Row, host: MemoryHost): Row {
  const flow = flows.find((one) => one.name === 'Competitor_Contract_BeforeSave_Set_Decision_Date');
  assert.ok(flow);
  const record: Row = {
    Account__c: ACCOUNT,
    Connection_Size__c: 'Not Applicable',
    Auto_Renews__c: 'Unknown',
    Date_Precision__c: 'Day',
    ...contract,
  };
  const [outcome] = runBeforeSave(flow, [{ record, prior: undefined, isNew: true }], host);
  assert.deepEqual(outcome?.errors, []);
  return record;
}

/** The sentence that a reader of the language sees at that host's day. */
function reasonOf(contract: Row, host: MemoryHost, language = 'en_US'): string {
  const object = schema.object('Competitor_Contract__c');
  const source = object?.field('Decision_Reason__c')?.formula?.source;
  assert.ok(object && source);
  const formula = compileFormula(source, recordScope(schema, object));
  const regime = host.tables['Notice_Regime__c']?.find(({ Id }) => Id === contract['Notice_Regime__c']);
  const read = (name: string): Value => {
    if (name.startsWith('$Label.')) return schema.label(name.slice('$Label.'.length), language) ?? null;
    const [first = '', field] = name.split('.');
    return (field === undefined ? contract[first] : regime?.[field]) ?? null;
  };
  return String(
    formula.evaluate((reference) => read(formula.references[reference] ?? ''), { today: host.today, now: host.now, isNew: false }),
  );
}

test('the last day to give notice counts months and days back from an inclusive end', () => {
  const cases: readonly (readonly [end: string, length: number, unit: string, decision: string])[] = [
    ['2027-06-30', 1, 'Months', '2027-05-31'],
    ['2027-02-28', 1, 'Months', '2027-01-31'],
    ['2026-12-31', 3, 'Months', '2026-09-30'],
    ['2026-12-31', 90, 'Days', '2026-10-02'],
    ['2027-06-29', 1, 'Months', '2027-05-29'],
    ['2027-03-30', 1, 'Months', '2027-02-27'],
    ['2027-03-31', 1, 'Months', '2027-02-28'],
    ['2028-02-29', 12, 'Months', '2027-02-28'],
    ['2027-06-15', 2, 'Months', '2027-04-15'],
    ['2027-03-01', 1, 'Days', '2027-02-28'],
  ];
  for (const [end, length, unit, decision] of cases) {
    const contract = decide(
      { Product_Category__c: 'Mobile Telephony', End_Date__c: end, Notice_Length__c: length, Notice_Unit__c: unit },
      hostAt('2026-08-01'),
    );
    assert.equal(contract['Decision_Date__c'], decision, `${end} − ${length} ${unit}`);
    assert.equal(contract['Current_End_Date__c'], end);
  }
});

test('an unknown end date gives no dates and a reason', () => {
  const host = hostAt('2026-11-22');
  const contract = decide({ Product_Category__c: 'Electricity', End_Date__c: null, Decision_Date__c: '2026-01-01' }, host);
  assert.equal(contract['Notice_State__c'], 'Unknown');
  assert.equal(contract['Decision_Date__c'], null);
  assert.equal(reasonOf(contract, host), 'End date unknown: ask for it.');
});

test('the state follows the day: too early, in window, last days, rolled over', () => {
  const states = ['2026-11-22', '2027-03-20', '2027-05-25', '2027-05-31', '2027-06-01'].map(
    (today) =>
      decide(
        { Product_Category__c: 'Mobile Telephony', End_Date__c: '2027-06-30', Notice_Length__c: 1, Notice_Unit__c: 'Months' },
        hostAt(today),
      )['Notice_State__c'],
  );
  assert.deepEqual(states, ['Too Early', 'In Window', 'Last Days', 'Last Days', 'Rolled Over']);
});

test('a contract that renews for whole terms rolls forward to the first end that has not passed', () => {
  const cases: readonly (readonly [today: string, currentEnd: string, decision: string])[] = [
    ['2024-02-01', '2025-01-31', '2024-11-30'],
    ['2026-11-22', '2027-01-31', '2026-11-30'],
    ['2027-01-31', '2027-01-31', '2026-11-30'],
    ['2027-02-01', '2028-01-31', '2027-11-30'],
  ];
  for (const [today, currentEnd, decision] of cases) {
    const host = hostAt(today);
    for (const regime of host.tables['Notice_Regime__c'] ?? []) regime['Tacit_Renewal__c'] = 'Same Term';
    const contract = decide(
      {
        Product_Category__c: 'Insurance',
        Start_Date__c: '2023-02-01',
        End_Date__c: '2024-01-31',
        Auto_Renews__c: 'Yes',
        Renewal_Term_Months__c: 12,
        Notice_Length__c: 2,
        Notice_Unit__c: 'Months',
      },
      host,
    );
    assert.equal(contract['Current_End_Date__c'], currentEnd, today);
    assert.equal(contract['Decision_Date__c'], decision, today);
  }
});

test('without a regime and without notice of its own the reason says what is missing', () => {
  const host = hostAt('2026-11-22');
  host.tables['Notice_Regime__c']?.splice(0);
  const contract = decide({ Product_Category__c: 'Gas', End_Date__c: '2027-06-30' }, host);
  assert.equal(contract['Notice_State__c'], 'Unknown');
  assert.equal(contract['Decision_Date__c'], null);
  assert.equal(reasonOf(contract, host), 'No notice regime for Gas (first term): ask how this contract can be ended.');
});

test('after its term a telecom contract can be left any month', () => {
  const host = hostAt('2026-11-22');
  const contract = decide({ Product_Category__c: 'Mobile Telephony', End_Date__c: '2026-06-30' }, host);
  assert.equal(contract['Notice_State__c'], 'Open');
  assert.equal(contract['Decision_Date__c'], null);
  assert.equal(
    reasonOf(contract, host),
    'Fixed term ended on 30-06-2026: can be left any month with 1 month notice (rule for this kind of contract).',
  );
});

test('a contract that does not renew and has passed is asked for; before that its end is the last day', () => {
  const host = hostAt('2026-11-22');
  const ended = decide({ Product_Category__c: 'Internet', End_Date__c: '2026-06-30', Auto_Renews__c: 'No' }, host);
  assert.equal(ended['Notice_State__c'], 'Unknown');
  assert.equal(reasonOf(ended, host), 'Ended on 30-06-2026: ask who supplies now.');
  const running = decide({ Product_Category__c: 'Internet', End_Date__c: '2027-06-30', Auto_Renews__c: 'No' }, host);
  assert.equal(running['Decision_Date__c'], '2027-06-30');
  assert.equal(reasonOf(running, host), 'Ends by itself on 30-06-2027: no notice needed, be there before that day.');
});

test('of a contract that has ended or is not relevant there is no notice to give, whatever its dates', () => {
  const host = hostAt('2026-11-22');
  const running = { Product_Category__c: 'Mobile Telephony', End_Date__c: '2027-06-30' };
  for (const Status__c of ['Ended', 'Not Relevant']) {
    const over = decide({ ...decide(running, host), Status__c }, host);
    assert.equal(over['Notice_State__c'], 'Not Applicable');
    assert.deepEqual([over['Decision_Date__c'], over['Approach_Date__c'], over['State_Changes_On_Date__c']], [null, null, null]);
    assert.equal(reasonOf(over, host, 'nl_NL'), 'Dit contract is afgelopen of niet relevant: er valt niets op te zeggen.');
    assert.equal(decide({ ...over, Status__c: 'Active' }, host)['Notice_State__c'], 'Too Early');
  }
  assert.equal(decide({ ...running, End_Date__c: null, Status__c: 'Ended' }, host)['Notice_State__c'], 'Not Applicable');
});

test('a last day that had passed before the contract ended stays, since it tells who was in time', () => {
  const host = hostAt('2026-11-22');
  const missed = decide(
    { Product_Category__c: 'Mobile Telephony', End_Date__c: '2026-12-10', Notice_Length__c: 1, Notice_Unit__c: 'Months' },
    host,
  );
  assert.equal(missed['Decision_Date__c'], '2026-11-10');
  const over = decide({ ...missed, Status__c: 'Ended' }, host);
  assert.equal(over['Decision_Date__c'], '2026-11-10');
  assert.equal(over['Approach_Date__c'], missed['Approach_Date__c']);
  assert.equal(over['Notice_State__c'], 'Not Applicable');
});

test('the sentence says who asks how much notice, in the language and on the day of its reader', () => {
  const host = hostAt('2026-11-22');
  const own = { Product_Category__c: 'Internet', End_Date__c: '2027-06-30', Notice_Unit__c: 'Months', Date_Precision__c: 'Month' };
  const two = decide({ ...own, Notice_Length__c: 2 }, host);
  assert.equal(
    reasonOf(two, host),
    'Ends 30-06-2027: notice of 2 months must be given by 30-04-2027 (as the contract says). Only the month of the end date is known.',
  );
  assert.equal(
    reasonOf(two, hostAt('2027-05-01'), 'nl_NL'),
    'Te laat voor 30-06-2027: met 2 maanden opzegtermijn moest uiterlijk 30-04-2027 worden opgezegd (zoals in het contract staat). ' +
      'Alleen de maand van de einddatum is bekend.',
  );
  const days = decide({ ...own, Notice_Length__c: 1, Notice_Unit__c: 'Days', Date_Precision__c: 'Day' }, host);
  assert.equal(reasonOf(days, host), 'Ends 30-06-2027: notice of 1 day must be given by 29-06-2027 (as the contract says).');
  const none = decide({ ...own, Notice_Length__c: 0, Date_Precision__c: 'Quarter' }, host);
  assert.equal(
    reasonOf(none, host),
    'Ends 30-06-2027: no notice period, so decide by 30-06-2027 (as the contract says). Only the quarter of the end date is known.',
  );
  const regime = decide({ Product_Category__c: 'Internet', End_Date__c: '2027-06-30' }, host);
  assert.equal(
    reasonOf(regime, host),
    'Ends 30-06-2027: notice of 3 months must be given by 31-03-2027 (usual for this kind of contract, so ask).',
  );
  const bypassed = { ...two, Decision_Rule__c: null };
  assert.equal(reasonOf(bypassed, host), 'null');
});

test('a contract that has renewed says so', () => {
  const host = hostAt('2026-11-22');
  for (const regime of host.tables['Notice_Regime__c'] ?? []) regime['Tacit_Renewal__c'] = 'Same Term';
  const term = { Product_Category__c: 'Insurance', End_Date__c: '2026-06-30', Auto_Renews__c: 'Yes' };
  const renewed = decide({ ...term, Renewal_Term_Months__c: 12, Notice_Length__c: 3, Notice_Unit__c: 'Months' }, host);
  assert.equal(
    reasonOf(renewed, host, 'nl_NL'),
    'Stilzwijgend verlengd na 30-06-2026, eindigt nu 30-06-2027: met 3 maanden opzegtermijn uiterlijk 31-03-2027 opzeggen (zoals in het contract staat).',
  );
  const unknown = decide(term, host);
  assert.equal(reasonOf(unknown, host), 'Ended on 30-06-2026 and renewed for an unknown term: ask until when it runs now.');
});

test('a batch reads parents and each distinct selection once', () => {
  const flow = flows.find((one) => one.name === 'Competitor_Contract_BeforeSave_Set_Decision_Date');
  assert.ok(flow);
  const host = hostAt('2026-11-22');
  const batch = Array.from({ length: 200 }, (_, index) => ({
    record: {
      Account__c: ACCOUNT,
      Product_Category__c: index % 2 ? 'Gas' : 'Internet',
      Connection_Size__c: 'Small',
      End_Date__c: '2027-12-31',
    } as Row,
    prior: undefined,
    isNew: true,
  }));
  runBeforeSave(flow, batch, host);
  assert.deepEqual([...host.log].sort(), ['parents Account x1', 'select Notice_Regime__c', 'select Notice_Regime__c']);
  assert.ok(batch.every(({ record }) => record['Notice_State__c'] !== undefined));
});

test('whoever may bypass automation saves the record as it is', () => {
  const host = { ...hostAt('2026-11-22'), hasCustomPermission: (name: string) => name === 'Bypass_Lifecycle_Automation' };
  const contract = decide({ Product_Category__c: 'Gas', End_Date__c: null, Notice_State__c: 'Too Early' }, host);
  assert.equal(contract['Notice_State__c'], 'Too Early');
});
