// Names of the files of a query job inside its folder.

/** The whole result as CSV, header first. */
export const RESULT_FILE = 'result.csv';
/** Byte position of each record in the result and, last, of its end; 8-byte floats in the order of the machine. */
export const POSITIONS_FILE = 'positions.bin';
