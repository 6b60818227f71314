// What somebody types, for a `like` of GraphQL: text, not a pattern.
export function likeText(typed: string): string {
  return typed.replaceAll(/[\\%_]/g, '\\$&');
}
