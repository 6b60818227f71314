// What the pages know of the package besides its records: application, tabs, pages, layouts and lists, read from its metadata at build time.

/** One item of the navigation bar. Labels of object tabs come from the object itself. */
export type Tab =
  | { readonly kind: 'object'; readonly name: string; readonly objectApiName: string; readonly icon: string }
  | { readonly kind: 'page'; readonly name: string; readonly label: string; readonly page: string; readonly icon: string }
  | { readonly kind: 'component'; readonly name: string; readonly label: string; readonly component: string; readonly icon: string };

/** A component on a page, by its name in FlexiPages: `expiryWorklist` or `force:detailPanel`. */
export interface PageComponent {
  readonly name: string;
  readonly properties: Readonly<Record<string, string | boolean | number>>;
}

export interface PageRegion {
  readonly name: string;
  readonly components: readonly PageComponent[];
}

export interface FlexiPage {
  readonly name: string;
  readonly label: string;
  readonly kind: 'AppPage' | 'HomePage' | 'RecordPage';
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
}

export interface Layout {
  readonly sections: readonly LayoutSection[];
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
  /** How the filters go together, such as `(1 OR 2) AND 3`; all of them when absent. */
  readonly logic?: string;
}

export interface Site {
  readonly application: { readonly name: string; readonly label: string };
  readonly tabs: readonly Tab[];
  readonly pages: readonly FlexiPage[];
  /** By object. */
  readonly layouts: Readonly<Record<string, Layout>>;
  readonly lists: Readonly<Record<string, readonly ListView[]>>;
  /** Fields of the compact layout, by object. */
  readonly highlights: Readonly<Record<string, readonly string[]>>;
  /** Languages that the package has words in, its own first. */
  readonly languages: readonly string[];
}
