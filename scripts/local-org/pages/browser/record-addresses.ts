// Where a record has its page: the object that an id belongs to is known by its first three characters.
import { request } from './request.ts';

/** The address of a record; undefined for what is no id of an object of the org. */
export type RecordAddresses = (id: string) => string | undefined;

interface Objects {
  readonly sobjects: readonly { readonly name: string; readonly keyPrefix: string | null }[];
}

const ID = /^[0-9A-Za-z]{18}$/;
let known: Promise<RecordAddresses> | undefined;

/** Asked of the org once. */
export function recordAddresses(): Promise<RecordAddresses> {
  known ??= request('GET', '/sobjects').then((answer) => addressesOf(answer as Objects));
  return known;
}

export function addressesOf({ sobjects }: Objects): RecordAddresses {
  const names = new Map(sobjects.flatMap(({ name, keyPrefix }) => (keyPrefix === null ? [] : [[keyPrefix, name] as const])));
  return (id) => {
    const name = ID.test(id) ? names.get(id.slice(0, 3)) : undefined;
    return name === undefined ? undefined : `/lightning/r/${name}/${id}/view`;
  };
}
