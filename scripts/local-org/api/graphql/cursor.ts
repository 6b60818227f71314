// Cursors of connections: opaque to clients, the position of a record in its result.
import { GraphQLError } from 'graphql';

/** The cursor of the n-th record (from 1); a page after it begins with the next one. */
export function cursorOf(position: number): string {
  return Buffer.from(`v1:${position}`).toString('base64');
}

/** Records to skip; throws GraphQLError for text that is no cursor of ours. */
export function positionAfter(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  const position = /^v1:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (position === undefined) throw new GraphQLError(`Invalid cursor: ${cursor}`);
  return Number(position);
}
