// What a file is about: everything that is done with its rows follows from it.

/** `contracts`: competitor contracts and when they can be left. */
export type ImportKind = 'contracts';
