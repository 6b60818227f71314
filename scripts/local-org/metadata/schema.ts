// What an org knows of its objects: the schema that every other part of the local org is bound to.

/** Field types by the names that describe gives them. */
export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'encryptedstring'
  | 'base64'
  | 'anyType';

export interface PicklistValue {
  /** API name of the value. */
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly default: boolean;
}

export interface Picklist {
  /** A restricted picklist refuses values that are not listed. */
  readonly restricted: boolean;
  readonly sorted: boolean;
  readonly valueSetName?: string;
  readonly values: readonly PicklistValue[];
}

export interface FormulaDefinition {
  readonly source: string;
  /** How a blank number is read. */
  readonly blankAs: 'zero' | 'blank';
}

/** A roll-up summary: an aggregate over the master-detail children of a record. */
export interface SummaryDefinition {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The master-detail field of the child. */
  readonly foreignKeyField: string;
  readonly summarizedField?: string;
  readonly filters: readonly { readonly field: string; readonly operator: string; readonly value: string }[];
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** A value must be given on save (not merely "required on the layout"). */
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** May stand in `Relationship.Field` of a load, and in an upsert. */
  readonly idLookup: boolean;
  readonly nameField: boolean;
  /** Characters, for text; 0 otherwise. */
  readonly length: number;
  /** Digits before and after the decimal mark in all, and after it; 0 for what is no number. */
  readonly precision: number;
  readonly scale: number;
  readonly description?: string;
  readonly inlineHelpText?: string;
  /** Formula of the default value, as in the metadata (`TODAY()`, `"text"`, `TRUE`). */
  readonly defaultValue?: string;
  readonly picklist?: Picklist;
  readonly formula?: FormulaDefinition;
  readonly summary?: SummaryDefinition;
  /** Display format such as `CC-{0000000}`. */
  readonly autoNumber?: string;
  /** First number of an auto-number field; 1 when absent. */
  readonly startingNumber?: number;
  /** A name that the platform puts together from other fields on save (Contact.Name), parted by a blank, blanks left out. */
  readonly composedOf?: readonly string[];
  /** Objects that a reference may point at. */
  readonly referenceTo: readonly string[];
  /** Name of the parent relationship (`Account`, `Account__r`). */
  readonly relationshipName?: string;
  readonly masterDetail: boolean;
  /** Whether a child may be given another master. */
  readonly reparentable: boolean;
  /** Of a master: reading it is enough to write its details. */
  readonly writeRequiresMasterRead?: boolean;
  /** List views are led by this date: whoever opens one waits for an answer from all records. Names the other fields that all of them filter on. */
  readonly leadsListViewsWith?: readonly string[];
  /** Whether no date leads more of its object's list views: it is the one that people work by. */
  readonly leadsMostListViews?: boolean;
  /** Whether a list view filters on it. */
  readonly filtersListViews?: boolean;
  /** What deleting the parent does to this record. */
  readonly onParentDelete: 'setNull' | 'restrict' | 'cascade';
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  /** Plural name used in subqueries (`Competitor_Contracts__r`); absent when the relationship is not named. */
  readonly relationshipName?: string;
  readonly cascadeDelete: boolean;
}

/** References of which no two records may have the same, when all of them are filled. */
export interface UniqueReferences {
  readonly fields: readonly string[];
  /** What the platform says to the second record. */
  readonly message: string;
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly errorConditionFormula: string;
  readonly errorMessage: string;
  readonly errorDisplayField?: string;
}

/** When a platform event leaves: at once, whatever becomes of the transaction, or only when that is committed. */
export type PublishBehavior = 'immediately' | 'after-commit';

/** What everybody may do with records of others (Metadata API, SharingModel), as far as their object permissions go. */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

/** What a user may do with the records of an object. */
export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Reads all records, whoever owns them. */
  readonly viewAll: boolean;
  /** Writes and deletes all records, whoever owns them. */
  readonly modifyAll: boolean;
}

export interface SObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly description?: string;
  /** Present for platform events, which are published and never stored. */
  readonly publish?: PublishBehavior;
  /** Of custom objects. */
  readonly sharingModel?: SharingModel;
  /** Present in the schema as one user sees it, unless the user may do everything. */
  readonly rights?: ObjectRights;
  /** In declaration order: standard fields first. */
  readonly fields: readonly Field[];
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly uniqueTogether?: readonly UniqueReferences[];
  /** Case-insensitive; undefined when the object has no such field. */
  field(name: string): Field | undefined;
  /** The reference field behind a parent relationship name, case-insensitive. */
  parentRelationship(name: string): Field | undefined;
  /** Case-insensitive, by plural relationship name. */
  childRelationship(name: string): ChildRelationship | undefined;
}

export interface Schema {
  readonly objects: readonly SObjectType[];
  /** Case-insensitive; undefined when the org has no such object. */
  object(name: string): SObjectType | undefined;
  readonly events: readonly SObjectType[];
  /** A platform event (`Some_Event__e`), case-insensitive. */
  event(name: string): SObjectType | undefined;
  /** The object that an id belongs to, by its first three characters. */
  objectOfId(id: string): SObjectType | undefined;
  /** Custom label value in a language (`en_US`, `nl_NL`), falling back to the label's own language; undefined when unknown. */
  label(name: string, language: string): string | undefined;
  /** The same objects with labels, picklist labels, help and validation messages in a language (`nl_NL`), where translated. */
  inLanguage(language: string): Schema;
}
