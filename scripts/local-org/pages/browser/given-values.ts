// Values that a new record begins with, as the address of its form carries them: the encoding of lightning/pageReferenceUtils.

export type GivenValues = Readonly<Record<string, string>>;

/** `Account__c=001…,Name=De%20Wit`, for the state `defaultFieldValues` of a page reference. */
export function encodeGiven(values: GivenValues): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join(',');
}

/** A value that cannot be decoded is left out. */
export function decodeGiven(text: string | undefined): GivenValues {
  const pairs = (text ?? '').split(',').flatMap((pair) => {
    const [, name, value] = /^(\w+)=(.+)$/.exec(pair) ?? [];
    const decoded = value === undefined ? undefined : decodedOrNone(value);
    return name === undefined || decoded === undefined ? [] : [[name, decoded] as const];
  });
  return Object.fromEntries(pairs);
}

function decodedOrNone(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
