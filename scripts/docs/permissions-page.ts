// Who may do what: permission sets by object, and whose records may be written, read from the metadata.
import type { PackageModel } from '../build/metadata/package-model.ts';
import { isPlatformEvent } from '../build/metadata/package-model.ts';
import type { SourceFile } from '../build/metadata/source-tree.ts';
import { childrenOf, textOf } from '../build/metadata/xml-document.ts';
import { GENERATED } from './flow-page.ts';
import type { PackageWords } from './package-words.ts';

const RIGHTS: readonly (readonly [element: string, letter: string])[] = [
  ['allowCreate', 'C'],
  ['allowRead', 'R'],
  ['allowEdit', 'E'],
  ['allowDelete', 'D'],
  ['viewAllRecords', 'V'],
  ['modifyAllRecords', 'M'],
];

const SHARING: Readonly<Record<string, string>> = {
  Private: 'the owner and who stands above; others by sharing rule',
  Read: 'everybody reads; the owner and who stands above write',
  ReadWrite: 'everybody who may edit the object',
};

/** What the page says before its tables; the rest is read from the files. */
const POLICY = `A permission set says what its users may do with an object; the sharing of the object says with whose records. Both must allow it.

- **Give each user one set per job**, with *SME Consent User* (or *Steward*) where the consent package is installed. The sets stand on the Standard User profile or one that gives as much on accounts, contacts, opportunities, cases, tasks and products; fields that the package adds to them are in the sets.
- **Accounts: Public Read Only** is what the package is tried with. Everybody looks any account up; only the owner, who stands above the owner in the role hierarchy, and who may modify all change the account and its contacts. What is known of an account is written by whoever speaks to the customer, the owner of the relationship among them: contracts, claims, call outcomes, positions, gate decisions, interests, relocations and touches ask for no more than reading the account. The package leaves your org-wide defaults of standard objects as they are; with Public Read/Write everything works too, with Private colleagues no longer find one another’s accounts.
- **Roles.** Sales managers stand above their reps. The loyalty manager stands above everybody whose feedback tasks must be closed, since tasks are private.
- **Campaigns.** Communication and Marketing need the *Marketing User* box on their user as well.
- **Flows** of the package run in system context: they write what their users may not write by hand.
- Labels of permission sets cannot be translated by metadata; they are in English everywhere.`;

export function permissionsPage(model: PackageModel, words: PackageWords): string {
  const sets = model.tree.of('permissionset').filter((set) => childrenOf(set.root, 'objectPermissions').length > 0);
  return [
    GENERATED,
    '',
    '# Permissions',
    '',
    POLICY,
    '',
    '## Permission sets',
    '',
    '| set | for whom | apps | permissions besides |',
    '| --- | --- | --- | --- |',
    ...model.tree.of('permissionset').map(setRow),
    '',
    '## Objects',
    '',
    'C create · R read · E edit · D delete · V view all records · M modify all records. After the letters: how many of the fields that permission sets rule may be edited and seen (`22/42`: 22 edited, 42 seen). _profile_: the set adds fields to a standard object, of which the user’s profile says who may do what; – no access by the set.',
    '',
    `| object | ${sets.map((set) => labelOf(set).replace(/^SME /, '')).join(' | ')} |`,
    `| --- |${' --- |'.repeat(sets.length)}`,
    ...objectRows(sets, words),
    '',
    '## Whose records',
    '',
    '| object | who may write a record |',
    '| --- | --- |',
    ...sharingRows(model, words),
    '',
  ].join('\n');
}

function labelOf(set: SourceFile): string {
  return textOf(set.root, 'label') ?? set.name;
}

function setRow(set: SourceFile): string {
  const named = (list: string, key: string): readonly string[] => childrenOf(set.root, list).flatMap((node) => textOf(node, key) ?? []);
  const besides = [...named('customPermissions', 'name'), ...named('userPermissions', 'name')].map((name) => `\`${name}\``);
  const apps = named('applicationVisibilities', 'application').map((name) => `\`${name}\``);
  return `| **${labelOf(set)}** \`${set.name}\` | ${textOf(set.root, 'description') ?? ''} | ${apps.join(', ')} | ${besides.join(', ')} |`;
}

function objectRows(sets: readonly SourceFile[], words: PackageWords): readonly string[] {
  const rights = sets.map(rightsOf);
  const names = [...new Set(rights.flatMap((each) => [...each.keys()]))];
  return names
    .map((name) => ({ name, label: words.object(name) }))
    .sort((a, b) => a.label.localeCompare(b.label))
    .map(({ name, label }) => `| ${label} | ${rights.map((each) => each.get(name) ?? '–').join(' | ')} |`);
}

/** Letters and counts of fields by object. */
function rightsOf(set: SourceFile): ReadonlyMap<string, string> {
  const fields = Map.groupBy(childrenOf(set.root, 'fieldPermissions'), (node) => textOf(node, 'field')?.split('.')[0] ?? '');
  const letters = new Map(
    childrenOf(set.root, 'objectPermissions').map((node) => [
      textOf(node, 'object') ?? '',
      RIGHTS.flatMap(([element, letter]) => (textOf(node, element) === 'true' ? [letter] : [])).join(''),
    ]),
  );
  const all = new Map<string, string>();
  for (const name of new Set([...letters.keys(), ...fields.keys()])) {
    const own = fields.get(name) ?? [];
    const editable = own.filter((node) => textOf(node, 'editable') === 'true').length;
    const count = own.length === 0 ? '' : `${editable}/${own.length}`;
    all.set(name, [letters.get(name) ?? 'profile', count].filter((part) => part !== '').join(' '));
  }
  return all;
}

function sharingRows(model: PackageModel, words: PackageWords): readonly string[] {
  return [...model.objects.values()]
    .filter(({ file, name }) => file !== undefined && !isPlatformEvent(name))
    .map((object) => {
      const label = words.object(object.name);
      const sharing = textOf(object.file?.root ?? { name: '', line: 0, text: '', attributes: {}, children: [] }, 'sharingModel') ?? '';
      if (sharing !== 'ControlledByParent') return `| ${label} | ${SHARING[sharing] ?? sharing} |`;
      const masters = model.tree
        .of('field')
        .filter((field) => field.object === object.name && textOf(field.root, 'type') === 'MasterDetail')
        .map(
          ({ root }) =>
            `${textOf(root, 'writeRequiresMasterRead') === 'true' ? 'reads' : 'writes'} its ${words.object(textOf(root, 'referenceTo') ?? '')}`,
        );
      return `| ${label} | who ${masters.join(' and ')} |`;
    })
    .sort((a, b) => a.localeCompare(b));
}
