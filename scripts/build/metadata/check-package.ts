// All checks of a package in the order in which they make sense: readable, well shaped, complete, rightly connected.
import path from 'node:path';
import { loadSchema } from '../../local-org/metadata/load-schema.ts';
import { MetadataRefusal } from '../../local-org/metadata/metadata-refusal.ts';
import type { OrgFeature } from '../../local-org/metadata/org-feature.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import { runChecks, type Check } from './check.ts';
import { checkAccess } from './check-access.ts';
import { checkComponentCode } from './check-component-code.ts';
import { checkComponentQueries, queriesMadeInCode } from './check-component-queries.ts';
import { checkComponentStyles } from './check-component-styles.ts';
import { checkComponents } from './check-components.ts';
import { checkContentFiles } from './check-content-files.ts';
import { checkCustomMetadata } from './check-custom-metadata.ts';
import { checkDashboards } from './check-dashboards.ts';
import { checkFields } from './check-fields.ts';
import { checkFlexipages } from './check-flexipages.ts';
import { checkFlowCalls } from './check-flow-calls.ts';
import { bareFormulaCheck, flowFormulaCheck } from './check-flow-formulas.ts';
import { checkFlowGraphs } from './check-flow-graph.ts';
import { checkFlowReferences } from './check-flow-references.ts';
import { checkFlowSelectivity } from './check-flow-selectivity.ts';
import { formulaCheck } from './check-formulas.ts';
import { checkFlowTests } from './check-flow-tests.ts';
import { checkLabels } from './check-labels.ts';
import { checkLayouts } from './check-layouts.ts';
import { checkNames } from './check-names.ts';
import { checkObjectReports } from './check-object-reports.ts';
import { checkObjectParts } from './check-object-parts.ts';
import { checkObjects } from './check-objects.ts';
import { checkPermissionSets } from './check-permission-sets.ts';
import { checkProcesses } from './check-processes.ts';
import { checkQuickActions } from './check-quick-actions.ts';
import { checkReportTypes } from './check-report-types.ts';
import { checkQueryLimits } from './check-query-limits.ts';
import { checkReports } from './check-reports.ts';
import { checkShape } from './check-shape.ts';
import { checkSharingRules } from './check-sharing-rules.ts';
import { checkTextLengths } from './check-text-lengths.ts';
import { checkTranslations } from './check-translations.ts';
import { FILE_KINDS, typeOfKind } from './file-kinds.ts';
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

export interface CheckSettings {
  /** Features that the org lacks. */
  readonly without?: readonly OrgFeature[];
  /** Judge as the local org does, which refuses what it does not implement; else as an org would, as far as can be told without one. */
  readonly isLocalOrg?: boolean;
}

export interface PackageVerdict {
  readonly files: number;
  readonly findings: readonly Finding[];
  /** Endings of the files of which only the shape was judged, such as `cls`: what they refer to was not followed. */
  readonly shapeOnly: readonly string[];
  /** Places of queries that only running code puts together, so that they were not held against the schema. */
  readonly madeInCode: readonly string[];
}

const CHECKS: readonly Check[] = [
  checkNames,
  checkContentFiles,
  checkObjects,
  checkObjectParts,
  checkFields,
  checkLayouts,
  checkPermissionSets,
  checkSharingRules,
  checkAccess,
  checkFlexipages,
  checkQuickActions,
  checkCustomMetadata,
  checkProcesses,
  checkLabels,
  checkComponents,
  checkComponentCode,
  checkComponentQueries,
  checkQueryLimits,
  checkComponentStyles,
  checkFlowGraphs,
  checkFlowReferences,
  checkFlowCalls,
  checkFlowSelectivity,
  checkFlowTests,
  checkTranslations,
  checkTextLengths,
  checkReportTypes,
  checkReports,
  checkObjectReports,
  checkDashboards,
];

/** Everything that is wrong with the metadata below the folders; paths are told relative to `root`. */
export function checkPackage(folders: readonly string[], root: string, settings: CheckSettings = {}): PackageVerdict {
  const { without = [], isLocalOrg = false } = settings;
  const tree = readSourceTree(folders, root);
  const types = loadMetadataTypes();
  const model = packageModel(tree, without, isLocalOrg);
  const findings: Finding[] = [...tree.unreadable, ...tree.files.flatMap((file) => checkShape(file, types)), ...runChecks(model, CHECKS)];
  const schema = schemaOf(folders, without);
  const isSound = findings.every(({ level }) => level !== 'fault');
  findings.push(...runChecks(model, [formulaCheck(isLocalOrg && !(schema instanceof Error) ? schema : undefined)]));
  if (!(schema instanceof Error)) findings.push(...runChecks(model, isSound ? [flowFormulaCheck(folders, schema)] : []));
  else if (isSound) findings.push(...runChecks(model, [bareFormulaCheck]), notLoaded(schema, root));
  const shapeOnly = [...new Set(tree.files.map(({ kind }) => kind))].filter((kind) => !FILE_KINDS[kind] && typeOfKind(kind) !== undefined);
  return { files: tree.files.length, findings, shapeOnly, madeInCode: queriesMadeInCode(model) };
}

/** A package that the local org does not take may still be right: then the types in its flows are not judged. */
function notLoaded(error: Error, root: string): Finding {
  const refused = error instanceof MetadataRefusal ? error.file : root;
  return {
    level: 'unjudged',
    file: path.relative(root, refused).replaceAll(path.sep, '/') || '.',
    line: 1,
    element: 'schema',
    message: `It ${error.message.replace(`${refused}: `, '')}.`,
    fix: 'The types of what flows name were not judged.',
  };
}
