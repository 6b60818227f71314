// A kept database that cannot be opened.

/** What to do when kept records and metadata have grown apart. */
const GROWN_APART = 'Change the metadata back, or start with an empty org: npm run org:reset';

/** Says what is wrong with the kept data, and the way out. */
export class StoreRefusal extends Error {
  constructor(reason: string, options: { readonly advice?: string; readonly cause?: unknown } = {}) {
    const cause = options.cause === undefined ? undefined : { cause: options.cause };
    super(`The local org cannot open its kept data: ${reason} ${options.advice ?? GROWN_APART}`, cause);
    this.name = 'StoreRefusal';
  }
}
