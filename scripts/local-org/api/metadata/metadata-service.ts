// What the Metadata API asks of the local org: deploy a zip, give metadata back, list what there is.

/** Options of a deployment (Metadata API Developer Guide, "DeployOptions"), as far as they mean something without Apex. */
export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly ignoreWarnings: boolean;
  readonly purgeOnDelete: boolean;
}

/** What became of one component, or of `package.xml` itself. */
export interface ComponentMessage {
  /** Such as `CustomField`; blank for package.xml. */
  readonly componentType: string;
  readonly fullName: string;
  /** Inside the zip, such as `objects/Competitor__c.object`. */
  readonly fileName: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  /** Set when it was refused. */
  readonly problem?: string;
  /** In the source file of the component, from 1. */
  readonly lineNumber?: number;
}

/** `SucceededPartial`: some components were refused and the others stay, as rollbackOnError=false allows. */
export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed';

export interface DeployResult {
  readonly id: string;
  readonly status: DeployStatus;
  readonly options: DeployOptions;
  readonly createdById: string;
  /** ISO 8601, UTC. */
  readonly createdDate: string;
  readonly completedDate?: string;
  /** Why the whole was refused before any component was looked at. */
  readonly errorMessage?: string;
  readonly messages: readonly ComponentMessage[];
}

/** One `<types>` of a manifest; `*` stands for every component of the type. */
export interface ManifestEntry {
  readonly type: string;
  readonly members: readonly string[];
}

export interface FileProperties {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
}

export interface RetrieveResult {
  readonly id: string;
  readonly status: DeployStatus;
  readonly errorMessage?: string;
  readonly zip?: Buffer;
  readonly files: readonly FileProperties[];
  /** Members that the org does not have. */
  readonly missing: readonly { readonly fileName: string; readonly problem: string }[];
}

/** A kind of metadata as `describeMetadata` tells it. */
export interface MetadataKind {
  readonly xmlName: string;
  readonly directoryName: string;
  readonly suffix: string | undefined;
  readonly inFolder: boolean;
  readonly metaFile: boolean;
  readonly childXmlNames: readonly string[];
}

/** Deployments and retrievals run in the background; their results are asked for by id. */
export interface MetadataService {
  deploy(zip: Buffer, options: DeployOptions, userId: string): DeployResult;
  deployResult(id: string): DeployResult | undefined;
  retrieve(entries: readonly ManifestEntry[]): RetrieveResult;
  retrieveResult(id: string): RetrieveResult | undefined;
  list(type: string): Promise<readonly FileProperties[]>;
  describe(): Promise<readonly MetadataKind[]>;
}
