// Who acts: what every part of the engine knows of the caller.

export interface Session {
  readonly userId: string;
  readonly username: string;
  /** `en_US` or `nl_NL`. */
  readonly language: string;
}
