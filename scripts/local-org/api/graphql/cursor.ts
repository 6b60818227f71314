// Cursors of connections: opaque to clients, the position of a record in its result.
import { GraphQLError } from 'graphql';

/** The cursor of a record by its index in the whole result; a page after it begins with the next one. The platform's look the same. */
export function cursorOf(index: number): string {
  return Buffer.from(`v1:${index}`).toString('base64');
}

/** Records to skip; throws GraphQLError for text that is no cursor of ours. */
export function positionAfter(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  const index = /^v1:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (index === undefined) throw new GraphQLError(`Invalid cursor: ${cursor}`);
  return Number(index) + 1;
}
