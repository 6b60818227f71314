// A metadata file that the local org cannot take as it stands.

/** Names the file and what in it is wrong or not supported; the org does not start with it. */
export class MetadataRefusal extends Error {
  readonly file: string;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'MetadataRefusal';
    this.file = file;
  }
}
