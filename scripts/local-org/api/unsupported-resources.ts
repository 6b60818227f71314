// Resources of the platform that the local org knows by name and refuses, so that a client hears what is missing.

const BELOW_VERSION: readonly (readonly [RegExp, string])[] = [
  [/^\/tooling\b/i, 'the Tooling API beyond queries and descriptions of metadata'],
  [/^\/metadata\b/i, 'the Metadata API over REST, unless the org was started with --empty'],
  [/^\/queryAll\b/i, 'queryAll (deleted and archived records)'],
  [/^\/(search|parameterizedSearch)\b/i, 'SOSL search'],
  [/^\/jobs\/query\b/i, 'Bulk API 2.0 query jobs'],
  [/^\/jobs\/ingest\b/i, 'Bulk API 2.0 ingest jobs'],
  [/^\/graphql\b/i, 'the GraphQL API'],
  [/^\/ui-api\b/i, 'this part of the User Interface API'],
  [/^\/composite\/graph\b/i, 'composite graphs'],
  [/^\/(actions|process|flow)\b/i, 'invocable actions and processes over REST'],
  [/^\/(chatter|connect)\b/i, 'the Connect API'],
  [/^\/(analytics|wave|reports)\b/i, 'this part of the Analytics API'],
  [/^\/(event|eventSchema)\b/i, 'platform events'],
  [/^\/sobjects\/[^/]+\/(updated|deleted)\b/i, 'the lists of updated and deleted records'],
  [
    /^\/sobjects\/[^/]+\/(describe\/layouts|describe\/compactLayouts|describe\/approvalLayouts|listviews|quickActions|namedLayouts|events)\b/i,
    'layouts, list views and quick actions over REST',
  ],
  [
    /^\/(theme|tabs|recent|support|appMenu|compactLayouts|quickActions|knowledgeManagement|licensing|consent|dedupe|payments|scheduling|smartdatadiscovery|async-queries|domino|emailConnect|identity|jsonxform|localizedvalue|prechatForms|serviceTemplates|tokenServices|asyncQuery)\b/i,
    'this REST resource',
  ],
];

const AT_ROOT: readonly (readonly [RegExp, string])[] = [
  [/^\/services\/soap\/m\b/i, 'the Metadata API over SOAP, unless the org was started with --empty'],
  [/^\/services\/soap\b/i, 'the SOAP API'],
  [/^\/services\/async\b/i, 'this resource of Bulk API 1.0'],
  [/^\/services\/apexrest\b/i, 'Apex REST'],
  [/^\/services\/oauth2\b/i, 'this OAuth endpoint'],
  [/^\/(cometd|event)\b/i, 'the Streaming API'],
];

/** The feature behind a path, or undefined when the platform has no such resource either. */
export function unsupportedResource(belowVersion: boolean, path: string): string | undefined {
  return (belowVersion ? BELOW_VERSION : AT_ROOT).find(([pattern]) => pattern.test(path))?.[1];
}
