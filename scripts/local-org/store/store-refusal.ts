// A kept database that does not fit the metadata.

/** Says what does not fit, and the way out. */
export class StoreRefusal extends Error {
  constructor(reason: string, options?: { cause: unknown }) {
    super(
      `The local org cannot open its kept data: ${reason} Change the metadata back, or start with an empty org: npm run org:reset`,
      options,
    );
    this.name = 'StoreRefusal';
  }
}
