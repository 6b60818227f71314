// The Salesforce API version that the package is written for and the local org answers with.

/** Newest version, Winter '27. */
export const API_VERSION = '68.0';
