// The one shape in which records travel between the parts of the local org and the import.

/**
 * A field's value as the platform holds it. Dates are civil dates `YYYY-MM-DD`, date-times are
 * `YYYY-MM-DDTHH:mm:ss.sssZ` in UTC, times `HH:mm:ss.sssZ`, multi-select picklists `a;b`. Blank is always null, never ''.
 */
export type Value = string | number | boolean | null;

/** A record by canonical field API name, or, for input, by the name that a client sent. Absent means "not mentioned". */
export type Row = Record<string, Value>;

/** A stored record: always carries its 18-character Id. */
export type StoredRow = Row & { Id: string };
