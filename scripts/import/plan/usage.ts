// The help text of the import.

/** What `npm run import -- --help` prints. */
export const USAGE = `Import a third-party file of competitor contracts.

  npm run import -- check FILE [options]   read, validate and match; nothing is written to the org
  npm run import -- load FILE [options]    the same, and load the good rows

Target
  --org NAME            sf alias or username, or "local" for the local org (load: required; check: optional)
  --yes                 load into a production org without typing its name

Provenance (load asks for what is missing when it runs on a terminal)
  --source TEXT         who supplied the file
  --obtained-on DATE    day on which it was obtained, YYYY-MM-DD
  --legal-basis TEXT    why we may use it, for example "legitimate interest, assessment of 2026-03-02"

Reading the file (found by itself where the file is clear)
  --mapping NAME        supplier name in config/suppliers, the path of a mapping file, or pairs: "Vervaldatum=endDate;Ref=-"
  --date-format FORMAT  for example DD-MM-YYYY or MM-DD-YYYY
  --decimal SIGN        comma or dot
  --delimiter SIGN      semicolon, comma, tab or pipe
  --encoding NAME       for example utf-8 or windows-1252

Loading
  --accounts MODE       match: rows of unknown companies are rejected (default); create: new accounts are made, as Suspect

Output
  --language en|nl      language of the report and of the reasons
  --json                print one JSON document and nothing else: status (the exit code), run, rows, files, warnings
  --help                this text

Exit code: 0 every row is in order, 1 some rows were rejected, 2 wrong usage or a refused file, 3 trouble with the org, the network or this machine.
The report and the rejected rows are written to .import/<run>/.
`;
