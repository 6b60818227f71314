// Which metadata type each kind of source file holds, by the word before `-meta.xml`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Suffix → type in the official declarations, of the kinds whose references are followed. */
export const FILE_KINDS: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  approvalProcess: 'ApprovalProcess',
  businessProcess: 'BusinessProcess',
  compactLayout: 'CompactLayout',
  customPermission: 'CustomPermission',
  dashboard: 'Dashboard',
  dashboardFolder: 'DashboardFolder',
  duplicateRule: 'DuplicateRule',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  fieldTranslation: 'CustomFieldTranslation',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  flowtest: 'FlowTest',
  globalValueSet: 'GlobalValueSet',
  globalValueSetTranslation: 'GlobalValueSetTranslation',
  group: 'Group',
  index: 'Index',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  matchingRule: 'MatchingRules',
  md: 'CustomMetadata',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  pathAssistant: 'PathAssistant',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  queue: 'Queue',
  quickAction: 'QuickAction',
  recordType: 'RecordType',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType',
  sharingReason: 'SharingReason',
  sharingRules: 'SharingRules',
  tab: 'CustomTab',
  translation: 'Translations',
  validationRule: 'ValidationRule',
  webLink: 'WebLink',
};

/** Bundles, of which the registry tells no suffix. */
const BUNDLES: Readonly<Record<string, string>> = {
  cmp: 'AuraDefinitionBundle',
  evt: 'AuraDefinitionBundle',
  intf: 'AuraDefinitionBundle',
};

/** Elements whose content the declarations do not describe: below them nothing is judged. */
export const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/** Elements that are required by the declarations although an org takes files without them. */
export const REQUIRED_IN_NAME_ONLY: ReadonlySet<string> = new Set(['CustomFieldTranslation.name']);

let registry: ReadonlyMap<string, string> | undefined;

/** The type behind a suffix: one whose references are followed, or any that the registry of the sf CLI's own library knows. */
export function typeOfKind(kind: string): string | undefined {
  return FILE_KINDS[kind] ?? BUNDLES[kind] ?? (registry ??= readRegistry()).get(kind);
}

interface RegistryType {
  readonly name: string;
  readonly suffix?: string;
  readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

function readRegistry(): ReadonlyMap<string, string> {
  const main = createRequire(import.meta.url).resolve('@salesforce/source-deploy-retrieve');
  const file = path.join(path.dirname(main), 'registry/metadataRegistry.json');
  const { types } = JSON.parse(readFileSync(file, 'utf8')) as { readonly types: Readonly<Record<string, RegistryType>> };
  const all = Object.values(types).flatMap((type) => [type, ...Object.values(type.children?.types ?? {})]);
  return new Map(all.flatMap(({ suffix, name }) => (suffix === undefined ? [] : [[suffix, name] as const])));
}
