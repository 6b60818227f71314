// The languages in which people are told things.

/** The language of every sentence that a person reads; codes do not depend on it. */
export type Language = 'en' | 'nl';
