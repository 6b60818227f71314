// Settings of an org that not every org has switched on, so that a deployment to one without them can be tried.

/** `consent`: Data Protection and Privacy. `translation`: Translation Workbench. */
export type OrgFeature = 'consent' | 'translation';

export const ORG_FEATURES: readonly OrgFeature[] = ['consent', 'translation'];

/** Objects that an org has only with a feature (Object Reference, "Individual", "ContactPointTypeConsent", "DataUsePurpose"). */
const GATED_OBJECTS: Readonly<Record<string, OrgFeature>> = {
  Individual: 'consent',
  ContactPointTypeConsent: 'consent',
  DataUsePurpose: 'consent',
};

/** True when an org that lacks these features has no such object. */
export function isObjectLacking(object: string, without: readonly OrgFeature[]): boolean {
  const feature = GATED_OBJECTS[object];
  return feature !== undefined && without.includes(feature);
}
