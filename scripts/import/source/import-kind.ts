// What a file is about: everything that is done with its rows follows from it.

/** `contracts`: competitor contracts and when they can be left. `consent`: what people said about being approached. */
export type ImportKind = 'contracts' | 'consent';
