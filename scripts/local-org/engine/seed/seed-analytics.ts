// Reports, dashboards and their folders as records that clients can ask about; each keeps its id while its metadata lasts.
import type { Row } from '../../../platform/record.ts';
import type { Analytics } from '../../reports/report-definition.ts';
import type { SaveContext } from '../org-core.ts';

const FORMATS = { TABULAR: 'Tabular', SUMMARY: 'Summary', MATRIX: 'Matrix' } as const;

/** Makes the records say what the metadata says; those of reports and dashboards that are gone are removed. */
export function seedAnalytics(context: SaveContext, { folders, reports, dashboards }: Analytics): void {
  const folderIds = new Map<string, string>();
  for (const type of ['Report', 'Dashboard'] as const) {
    const own = folders.filter((folder) => folder.type === type);
    const rows = own.map(({ developerName, name }) => ({
      DeveloperName: developerName,
      Name: name,
      Type: type,
      AccessType: 'Public',
      IsReadonly: true,
    }));
    for (const [developerName, id] of keep(context, 'Folder', rows, `Type = '${type}'`)) folderIds.set(`${type} ${developerName}`, id);
  }
  const folderName = (type: string, folder: string): string =>
    folders.find((one) => one.type === type && one.developerName === folder)?.name ?? folder;
  keep(
    context,
    'Report',
    reports.map(({ developerName, name, description, folder, format }) => ({
      DeveloperName: developerName,
      Name: name,
      Description: description ?? null,
      OwnerId: folderIds.get(`Report ${folder}`) ?? null,
      FolderName: folderName('Report', folder),
      Format: FORMATS[format],
    })),
  );
  keep(
    context,
    'Dashboard',
    dashboards.map(({ developerName, title, description, folder, type }) => ({
      DeveloperName: developerName,
      Title: title,
      Description: description ?? null,
      FolderId: folderIds.get(`Dashboard ${folder}`) ?? null,
      FolderName: folderName('Dashboard', folder),
      Type: type,
      RunningUserId: type === 'SpecifiedUser' ? context.session.userId : null,
    })),
  );
}

type NamedRow = Row & { readonly DeveloperName: string };

/** Gives the ids by developer name. */
function keep(context: SaveContext, object: string, rows: readonly NamedRow[], condition = 'Id != null'): ReadonlyMap<string, string> {
  const { core } = context;
  const fields = core.schema.object(object)?.fields.map(({ name }) => name) ?? [];
  const present = core.queryRows(context.session, `SELECT ${fields.join(', ')} FROM ${object} WHERE ${condition}`);
  const known = new Map(present.map((row) => [String(row['DeveloperName']), row]));
  const isSame = (row: NamedRow, old: Row): boolean => Object.entries(row).every(([field, value]) => (old[field] ?? null) === value);
  const changed = rows.flatMap((row) => {
    const old = known.get(row.DeveloperName);
    return old && !isSame(row, old) ? [{ ...row, Id: old['Id'] ?? null }] : [];
  });
  const added = rows.filter(({ DeveloperName }) => !known.has(DeveloperName));
  const gone = present.filter((row) => !rows.some(({ DeveloperName }) => DeveloperName === row['DeveloperName']));
  const { saves } = core;
  const results = [
    ...(added.length > 0 ? saves.insert(context, object, added, { allOrNone: true }) : []),
    ...(changed.length > 0 ? saves.update(context, object, changed, { allOrNone: true }) : []),
    ...(gone.length > 0
      ? saves.remove(
          context,
          object,
          gone.map((row) => String(row['Id'])),
          { allOrNone: true },
        )
      : []),
  ];
  const refused = results.find((result) => !result.success);
  if (refused && !refused.success)
    throw new Error(`the seed of ${object} is refused: ${refused.errors.map(({ message }) => message).join('; ')}`);
  const ids = core.queryRows(context.session, `SELECT Id, DeveloperName FROM ${object} WHERE ${condition}`);
  return new Map(ids.map((row) => [String(row['DeveloperName']), String(row['Id'])]));
}
