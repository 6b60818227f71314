// How a save goes on when one of its records is refused.
export interface SaveOptions {
  /** All records or none; otherwise each record stands for itself. */
  readonly allOrNone: boolean;
}
