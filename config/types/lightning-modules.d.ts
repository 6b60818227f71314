// `lightning/...` modules that @salesforce/lightning-types does not declare, as far as components here use them.
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface FieldId {
    readonly objectApiName: string;
    readonly fieldApiName: string;
  }
  export type FieldPrimitive = string | number | boolean | null;
  export interface FieldValue {
    readonly value: FieldPrimitive | RecordRepresentation;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
  }
  /** What a failed request answers; `body` is an object or, for older resources, a list. */
  export interface FetchError {
    readonly status?: number;
    readonly body?: { readonly message?: string } | readonly { readonly message: string }[];
  }
  export interface RecordWire {
    readonly data?: RecordRepresentation;
    readonly error?: FetchError;
  }
  interface RecordConfig {
    readonly recordId: string | undefined;
    readonly fields?: readonly (FieldId | string)[];
    readonly optionalFields?: readonly (FieldId | string)[];
    readonly layoutTypes?: readonly string[];
    readonly modes?: readonly string[];
  }
  export const getRecord: WireAdapterConstructor<RecordConfig, RecordWire>;
  export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId | string): FieldPrimitive | undefined;
  export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldId | string): string | null | undefined;
  export function updateRecord(input: { readonly fields: Readonly<Record<string, FieldPrimitive>> }): Promise<RecordRepresentation>;
  export function createRecord(input: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, FieldPrimitive>>;
  }): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FetchError, FieldId } from 'lightning/uiRecordApi';

  export interface FieldInfo {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly inlineHelpText: string | null;
    /** The value is markup, such as the link that a formula makes. */
    readonly htmlFormatted: boolean;
    readonly relationshipName: string | null;
    readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
    readonly nameField: boolean;
    readonly custom: boolean;
    readonly createable: boolean;
    readonly required: boolean;
    readonly length: number;
    readonly scale: number;
    readonly sortable: boolean;
    readonly filterable: boolean;
    readonly updateable: boolean;
  }
  export interface ChildRelationshipInfo {
    readonly childObjectApiName: string;
    readonly fieldName: string;
    readonly relationshipName: string | null;
  }
  export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly nameFields: readonly string[];
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly childRelationships: readonly ChildRelationshipInfo[];
    readonly themeInfo?: { readonly iconUrl?: string | null; readonly color?: string | null } | null;
  }
  export interface ObjectInfoWire {
    readonly data?: ObjectInfo;
    readonly error?: FetchError;
  }
  export interface PicklistValuesWire {
    readonly data?: { readonly values: readonly { readonly label: string; readonly value: string }[] };
    readonly error?: FetchError;
  }
  export const getObjectInfo: WireAdapterConstructor<{ readonly objectApiName: string | undefined }, ObjectInfoWire>;
  export const getPicklistValues: WireAdapterConstructor<
    { readonly recordTypeId: string | undefined; readonly fieldApiName: FieldId | string },
    PicklistValuesWire
  >;
}

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** What `gql` makes of a query; its inside is the platform's own. */
  export interface GraphQLDocument {
    readonly documentBrand?: 'gql';
  }
  export interface GraphQLProblem {
    readonly message: string;
    readonly paths?: readonly (string | number)[];
  }
  /** Both undefined until the first answer; both present when only part of the query could be answered. */
  export interface GraphQLResponse<Data = unknown> {
    readonly data?: Data;
    readonly errors?: readonly GraphQLProblem[];
    readonly refresh?: () => Promise<void>;
  }
  interface GraphQLConfig {
    readonly query: GraphQLDocument;
    readonly variables?: object | undefined;
    readonly operationName?: string;
  }
  export function gql(parts: TemplateStringsArray, ...values: readonly unknown[]): GraphQLDocument;
  // the shape of the answer is the query's: the method that receives it says which, hence `never` fits them all
  export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResponse<never>>;
  /** Runs a mutation document; a refused mutation answers `errors`, each with the path of its alias in `paths`. */
  export function executeMutation<Data = unknown>(config: GraphQLConfig): Promise<Pick<GraphQLResponse<Data>, 'data' | 'errors'>>;
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastDetail {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastDetail> {
    constructor(detail: ToastDetail);
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, unknown>>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  class NavigatingElement extends LightningElement {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | undefined>;
  export const NavigationMixin: {
    (base: typeof LightningElement): typeof NavigatingElement;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}
