// The search in a list: its records of which a column that is text, or the name behind a reference, contains what was typed.
import { likeText } from './like-text.ts';
import { parentOf, type ListedField } from './record-query.ts';

const TEXTS = new Set(['String', 'TextArea', 'Phone', 'Email', 'Url']);

function isSearched(field: ListedField): boolean {
  return field.filterable !== false && (TEXTS.has(field.dataType) || parentOf(field) !== undefined);
}

export function canSearch(columns: readonly ListedField[]): boolean {
  return columns.some(isSearched);
}

/** As GraphQL takes it; undefined when nothing was typed. */
export function searchFilter(typed: string, columns: readonly ListedField[]): object | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const like = `%${likeText(text)}%`;
  const conditions = columns.filter(isSearched).map((field) => {
    const parent = parentOf(field);
    return parent ? { [parent.relationship]: { [parent.nameField]: { like } } } : { [field.apiName]: { like } };
  });
  return { or: conditions };
}
