// Queries of flows that run within a save: an org refuses those on more than 200,000 records that filter on no indexed field
// (Apex Developer Guide, "Working with Very Large SOQL Queries": non-selective queries of triggers).
import type { Check } from './check.ts';
import type { PackageField, PackageModel } from './package-model.ts';
import { childrenOf, textOf } from './xml-document.ts';

const WITHIN_A_SAVE: ReadonlySet<string> = new Set(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete']);
/** Standard objects that grow with the business. */
const GROWING: ReadonlySet<string> = new Set([
  ...['Account', 'Asset', 'CampaignMember', 'Case', 'Contact', 'Contract', 'Event', 'Lead', 'Opportunity', 'Task'],
]);
/** Fields that have an index in every org, besides references, external ids and unique fields. */
const INDEXED: ReadonlySet<string> = new Set(['Id', 'Name', 'CreatedDate', 'SystemModstamp', 'Email']);
const SELECTIVE: ReadonlySet<string> = new Set(['EqualTo', 'In']);

export const checkFlowSelectivity: Check = (model, report) => {
  for (const file of model.tree.of('flow')) {
    if (!WITHIN_A_SAVE.has(textOf(file.root, 'start', 'triggerType') ?? '')) continue;
    for (const node of ['recordLookups', 'recordUpdates', 'recordDeletes'].flatMap((kind) => childrenOf(file.root, kind))) {
      const object = textOf(node, 'object') ?? '';
      const filters = childrenOf(node, 'filters');
      if (filters.length === 0 || !isGrowing(object, model)) continue;
      const isIndexed = filters.map(
        (filter) => SELECTIVE.has(textOf(filter, 'operator') ?? '') && hasIndex(object, textOf(filter, 'field') ?? '', model),
      );
      if (isSelective(textOf(node, 'filterLogic') ?? 'and', isIndexed)) continue;
      report.advise(
        file,
        node,
        textOf(node, 'name') ?? object,
        `It looks through all of ${object}: no filter is on an indexed field, and an org refuses that within a save once there are many.`,
        'Filter on a reference, an external id or another indexed field as well.',
      );
    }
  }
};

/** One indexed filter is enough where all must hold; each way must have one where any may. */
function isSelective(logic: string, isIndexed: readonly boolean[]): boolean {
  const whole = /^(?:and|or)$/i.test(logic) ? isIndexed.map((_, at) => at + 1).join(` ${logic} `) : logic;
  const tokens = whole.match(/\d+|[()]|and|or/gi) ?? [];
  let at = 0;
  const ways = (): boolean => {
    let isEach = all();
    while (/^or$/i.test(tokens[at] ?? '')) {
      at += 1;
      isEach = all() && isEach;
    }
    return isEach;
  };
  const all = (): boolean => {
    let isAny = one();
    while (/^and$/i.test(tokens[at] ?? '')) {
      at += 1;
      isAny = one() || isAny;
    }
    return isAny;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return isIndexed[Number(token) - 1] ?? false;
    const inner = ways();
    at += 1;
    return inner;
  };
  return ways();
}

/** What hangs below accounts or people grows as they do. */
function isGrowing(object: string, model: PackageModel): boolean {
  const fields = [...(model.objects.get(object)?.fields.values() ?? [])];
  return GROWING.has(object) || fields.some(({ referenceTo }) => referenceTo.includes('Account') || referenceTo.includes('Contact'));
}

function hasIndex(object: string, name: string, model: PackageModel): boolean {
  const field: PackageField | undefined = model.objects.get(object)?.fields.get(name);
  const says = (element: string): boolean => field?.file !== undefined && textOf(field.file.root, element) === 'true';
  return INDEXED.has(name) || (field?.referenceTo.length ?? 0) > 0 || says('externalId') || says('unique');
}
