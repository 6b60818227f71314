// All checks of a package in the order in which they make sense: readable, well shaped, complete, rightly connected.
import { loadSchema } from '../../local-org/metadata/load-schema.ts';
import type { OrgFeature } from '../../local-org/metadata/org-feature.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import { runChecks } from './check.ts';
import { checkAccess } from './check-access.ts';
import { checkDashboards } from './check-dashboards.ts';
import { checkComponents } from './check-components.ts';
import { checkFields } from './check-fields.ts';
import { flowFormulaCheck } from './check-flow-formulas.ts';
import { checkFlowGraphs } from './check-flow-graph.ts';
import { checkFlowReferences } from './check-flow-references.ts';
import { formulaCheck } from './check-formulas.ts';
import { checkLabels } from './check-labels.ts';
import { checkLayouts } from './check-layouts.ts';
import { checkObjects } from './check-objects.ts';
import { checkPermissionSets } from './check-permission-sets.ts';
import { checkReportTypes } from './check-report-types.ts';
import { checkReports } from './check-reports.ts';
import { checkShape } from './check-shape.ts';
import { checkSharingRules } from './check-sharing-rules.ts';
import { checkTranslations } from './check-translations.ts';
import type { Finding } from './finding.ts';
import { loadMetadataTypes } from './metadata-types.ts';
import { packageModel } from './package-model.ts';
import { readSourceTree } from './source-tree.ts';

/** The schema that the package makes, or what stands in its way; references are then already reported by file. */
function schemaOf(folders: readonly string[], without: readonly OrgFeature[]): Schema | Error {
  try {
    return loadSchema(folders, without);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Everything that is wrong with the metadata below the folders, for an org that lacks some features; paths are told relative to `root`. */
export function checkPackage(
  folders: readonly string[],
  root: string,
  without: readonly OrgFeature[] = [],
): { readonly files: number; readonly findings: readonly Finding[] } {
  const tree = readSourceTree(folders, root);
  const types = loadMetadataTypes();
  const model = packageModel(tree, without);
  const findings: Finding[] = [...tree.unreadable, ...tree.files.flatMap((file) => checkShape(file, types))];
  findings.push(
    ...runChecks(model, [
      checkObjects,
      checkFields,
      checkLayouts,
      checkPermissionSets,
      checkSharingRules,
      checkAccess,
      checkLabels,
      checkComponents,
      checkFlowGraphs,
      checkFlowReferences,
      checkTranslations,
      checkReportTypes,
      checkReports,
      checkDashboards,
    ]),
  );
  const schema = schemaOf(folders, without);
  if (!(schema instanceof Error)) {
    const sound = findings.every(({ level }) => level === 'advice');
    findings.push(...runChecks(model, sound ? [formulaCheck(schema), flowFormulaCheck(folders, schema)] : [formulaCheck(schema)]));
  } else if (findings.every(({ level }) => level === 'advice'))
    findings.push({ level: 'fault', file: '.', line: 1, element: 'schema', message: schema.message, fix: 'Correct what it names.' });
  return { files: tree.files.length, findings };
}
