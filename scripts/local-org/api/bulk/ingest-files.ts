// Names of the files of an ingest job inside its folder.

/** The uploaded CSV, whole; `.part` while it arrives. */
export const CONTENT_FILE = 'content.csv';
export const CONTENT_PART_FILE = 'content.csv.part';
/** Result lines without header. */
export const SUCCESS_FILE = 'success.csv';
export const FAILED_FILE = 'failed.csv';
export const PROGRESS_FILE = 'progress.bin';
