// What the pages know of the package besides its records: applications, tabs, pages, layouts and lists, read from its metadata at build time.

/** One item of the navigation bar. Labels of object tabs come from the object itself; that of the home page is the shell's. */
export type Tab =
  | { readonly kind: 'home'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string; readonly objectApiName: string; readonly icon: string }
  /** Reports or dashboards, by the name of their records' object. */
  | { readonly kind: 'analytics'; readonly name: string; readonly objectApiName: 'Report' | 'Dashboard' }
  | { readonly kind: 'page'; readonly name: string; readonly label: string; readonly page: string; readonly icon: string }
  | { readonly kind: 'component'; readonly name: string; readonly label: string; readonly component: string; readonly icon: string };

export type FormFactor = 'Large' | 'Small';

/** What a rule of visibility looks at: a permission of the user, a field of the user or of the record, or the kind of device. */
export type CriterionSource = 'custom-permission' | 'user-permission' | 'user' | 'record' | 'form-factor';
export type CriterionOperator = 'EQUAL' | 'NE' | 'CONTAINS' | 'GT' | 'GE' | 'LT' | 'LE';

export interface Criterion {
  readonly source: CriterionSource;
  /** Name of the permission, or path of the field; blank for the kind of device. */
  readonly name: string;
  readonly operator: CriterionOperator;
  readonly value: string;
}

export interface Visibility {
  readonly criteria: readonly Criterion[];
  /** How the criteria go together, such as `(1 OR 2) AND 3`; all of them when absent. */
  readonly logic?: string;
}

/** Text on a page: as it stands, or a custom label with its text in the language of the package. */
export interface PageText {
  readonly text: string;
  readonly label?: string;
}

export interface PageTab {
  readonly name: string;
  readonly title: PageText;
  readonly isOpenAtStart: boolean;
  readonly visibility?: Visibility;
  readonly components: readonly PageComponent[];
}

/** A component on a page, by its name in FlexiPages: `expiryWorklist` or `force:detailPanel`. */
export interface PageComponent {
  /** Unique on its page. */
  readonly identifier: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string | boolean | number | readonly string[]>>;
  readonly visibility?: Visibility;
  /** Set for tab sets. */
  readonly tabs?: readonly PageTab[];
}

export interface PageRegion {
  readonly name: string;
  readonly components: readonly PageComponent[];
}

export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly kind: 'AppPage' | 'HomePage' | 'RecordPage' | 'UtilityBar';
  /** Set for record pages. */
  readonly objectApiName?: string;
  /** Name of the template, such as `flexipage:recordHomeTemplateDesktop`. */
  readonly template: string;
  readonly regions: readonly PageRegion[];
}

export interface LayoutSection {
  readonly label: string;
  readonly columns: readonly (readonly string[])[];
}

export interface RelatedList {
  readonly objectApiName: string;
  /** The child's field that points at the record. */
  readonly parentField: string;
  readonly columns: readonly string[];
  readonly sortField?: string;
  readonly sortOrder: 'ASC' | 'DESC';
  /** Set for the lists that Salesforce makes of the activities of a record: what is to be done, and what is done. */
  readonly activities?: 'OpenActivities' | 'ActivityHistories';
}

export interface Layout {
  readonly sections: readonly LayoutSection[];
  /** Fields that a form does not ask for, and those that it cannot do without. */
  readonly readOnly?: readonly string[];
  readonly required?: readonly string[];
  readonly relatedLists: readonly RelatedList[];
}

export interface ListFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export interface ListView {
  readonly name: string;
  readonly label: string;
  readonly scope: 'Everything' | 'Mine';
  readonly columns: readonly string[];
  readonly filters: readonly ListFilter[];
  /** Opens with the tab of its object. */
  readonly isFirst?: true;
  /** Field that it is sorted by until somebody chooses another, with `-` before it from last to first. */
  readonly sort?: string;
  /** How the filters go together, such as `(1 OR 2) AND 3`; all of them when absent. */
  readonly logic?: string;
}

export interface RecordPageAssignment {
  readonly objectApiName: string;
  readonly formFactor: FormFactor;
  /** Name of the page. */
  readonly page: string;
}

export interface Application {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly tabs: readonly Tab[];
  /** Name of its home page. */
  readonly homePage?: string;
  readonly recordPages: readonly RecordPageAssignment[];
  /** Name of the page with its utilities. */
  readonly utilityBar?: string;
}

export interface Site {
  /** By name. */
  readonly applications: readonly Application[];
  /** Objects that have a tab, in the order of the applications, each once. */
  readonly objectTabs: readonly { readonly objectApiName: string; readonly icon: string }[];
  readonly pages: readonly FlexiPage[];
  /** By object. */
  readonly layouts: Readonly<Record<string, Layout>>;
  readonly lists: Readonly<Record<string, readonly ListView[]>>;
  /** Fields of the compact layout, by object. */
  readonly highlights: Readonly<Record<string, readonly string[]>>;
  /** Languages that the package has words in, its own first. */
  readonly languages: readonly string[];
}
