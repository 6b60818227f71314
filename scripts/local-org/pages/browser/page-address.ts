// Page references and the addresses they have in Lightning Experience.

export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
}

const RECORD_ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** The address of a page; throws for page types that these pages do not have. */
export function addressOf(page: {
  type: string;
  attributes?: Readonly<Record<string, unknown>>;
  state?: Readonly<Record<string, unknown>>;
}): string {
  const attribute = (name: string): string => encodeURIComponent(String(page.attributes?.[name] ?? ''));
  return pathOf(page.type, attribute) + queryOf(page.state ?? {});
}

function pathOf(type: string, attribute: (name: string) => string): string {
  if (type === 'standard__recordPage')
    return `/lightning/r/${attribute('objectApiName')}/${attribute('recordId')}/${attribute('actionName')}`;
  if (type === 'standard__recordRelationshipPage')
    return `/lightning/r/${attribute('objectApiName')}/${attribute('recordId')}/related/${attribute('relationshipApiName')}/${attribute('actionName')}`;
  if (type === 'standard__objectPage') return `/lightning/o/${attribute('objectApiName')}/${attribute('actionName')}`;
  if (type === 'standard__navItemPage') return `/lightning/n/${attribute('apiName')}`;
  if (type === 'standard__namedPage') return `/lightning/page/${attribute('pageName')}`;
  throw new Error(`The local pages have no page of the type ${type}.`);
}

function queryOf(state: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams(Object.entries(state).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** The page at an address; undefined when no page of Lightning Experience has it. `/` is the home page. */
export function pageAt(address: { readonly pathname: string; readonly search: string }): PageReference | undefined {
  const parts = address.pathname.split('/').filter(Boolean).map(decoded);
  const state = Object.fromEntries(new URLSearchParams(address.search));
  const page = (type: string, attributes: Readonly<Record<string, string>>): PageReference => ({ type, attributes, state });
  if (parts.length === 0) return page('standard__namedPage', { pageName: 'home' });
  if (parts[0] !== 'lightning') return undefined;
  const [, kind, first, second, third, fourth, fifth] = parts;
  if (kind === undefined) return page('standard__namedPage', { pageName: 'home' });
  if (kind === 'page' && first && parts.length === 3) return page('standard__namedPage', { pageName: first });
  if (kind === 'n' && first && parts.length === 3) return page('standard__navItemPage', { apiName: first });
  if (kind === 'o' && first && parts.length === 4)
    return page('standard__objectPage', { objectApiName: first, actionName: second ?? 'list' });
  if (kind === 'r' && first && second && RECORD_ID.test(second) && (third === 'view' || third === 'edit') && parts.length === 5) {
    return page('standard__recordPage', { objectApiName: first, recordId: second, actionName: third });
  }
  if (
    kind === 'r' &&
    first &&
    second &&
    RECORD_ID.test(second) &&
    third === 'related' &&
    fourth &&
    fifth === 'view' &&
    parts.length === 7
  ) {
    const attributes = { objectApiName: first, recordId: second, relationshipApiName: fourth, actionName: 'view' };
    return page('standard__recordRelationshipPage', attributes);
  }
  return undefined;
}

/** A part of a path that cannot be decoded names no page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
