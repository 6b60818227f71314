// Which metadata type each kind of source file holds, by the word before `-meta.xml`.

/** Suffix → type in the official declarations. */
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

/** Elements whose content the declarations do not describe: below them nothing is judged. */
export const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/** Elements that are required by the declarations although an org takes files without them. */
export const REQUIRED_IN_NAME_ONLY: ReadonlySet<string> = new Set(['CustomFieldTranslation.name']);
