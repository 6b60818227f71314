// The help text of the import.

/** What `npm run import -- --help` prints. */
export const USAGE: Readonly<Record<'en' | 'nl', string>> = {
  en: `Import a file: contracts with competitors, or what people said about being approached.

  npm run import -- check FILE [options]   read, validate and match; nothing is written to the org
  npm run import -- load FILE [options]    the same, and load the good rows
  npm run import -- resume [RUN]           go on with a load that was killed or broke off; nothing is lost or doubled
  npm run import -- undo RUN               delete what a load made, restore what it changed; what people changed since stays
  npm run import -- runs [--prune DAYS]    list the runs of this folder; remove finished ones that are older

Target
  --org NAME            sf alias or username, or "local" for the local org (load: required; resume, undo: that of the run)
  --yes                 write to a production org without typing its name

Provenance (load asks for what is missing when it runs on a terminal)
  --source TEXT         who supplied the file
  --obtained-on DATE    day on which it was obtained, YYYY-MM-DD
  --legal-basis TEXT    why we may use it, for example "legitimate interest, assessment of 2026-03-02"

Reading the file (found by itself where the file is clear; asked for on a terminal where it is not)
  --kind KIND           contracts (default), or consent: opt-ins, unsubscribes, objections, cards of a fair; they become evidence of consent
  --mapping NAME        supplier name in config/suppliers, the path of a mapping file, or pairs: "Vervaldatum=endDate;Ref=-"
  --date-format FORMAT  for example DD-MM-YYYY or MM-DD-YYYY
  --decimal SIGN        comma or dot
  --delimiter SIGN      semicolon, comma, tab or pipe
  --encoding NAME       for example utf-8 or windows-1252

Loading
  --accounts MODE       match: rows of unknown companies are rejected (default); create: new accounts are made, as Suspect
  --decisions FILE      the review file (accounts, or contacts) of an earlier run, with decisions filled in
  --overwrite MODE      newer: what a person typed and what is newer than the file stays, the row becomes a claim (default);
                        always: the file wins
  --job-size MB         largest upload, at most 100 (default 48); smaller where a proxy limits uploads
  --successes           also fetch which record each row became, to .import/<run>/successes/
  --patience MINUTES    how long a job of the org may stand still before waiting is given up (default 60)

Output
  --language en|nl      language of the report and of the reasons
  --json                print one JSON document and nothing else: status (the exit code), run, rows, files, warnings
  --quiet               print nothing but failures
  --log-json            print one line of JSON per event on stderr, for log collectors
  --help                this text

Exit code: 0 every row is in order, 1 some rows were rejected, 2 wrong usage or a refused file, 3 trouble with the org, the network or this machine.
The report and the rejected rows are written to .import/<run>/. Scheduling, resuming and undoing: docs/import.md.
`,
  nl: `Importeer een bestand: contracten bij concurrenten, of wat mensen over benadering hebben gezegd.

  npm run import -- check BESTAND [opties]  lezen, controleren en vergelijken; er wordt niets naar de org geschreven
  npm run import -- load BESTAND [opties]   hetzelfde, en de goede rijen laden
  npm run import -- resume [RUN]            verdergaan met een load die is afgebroken; niets gaat verloren of wordt verdubbeld
  npm run import -- undo RUN                verwijderen wat een load maakte, herstellen wat hij wijzigde; werk van mensen blijft
  npm run import -- runs [--prune DAGEN]    de runs van deze map tonen; oudere, afgeronde runs verwijderen

Doel
  --org NAAM            sf-alias of gebruikersnaam, of "local" voor de lokale org (load: verplicht; resume, undo: die van de run)
  --yes                 naar een productie-org schrijven zonder de naam te typen

Herkomst (load vraagt op een terminal wat ontbreekt)
  --source TEKST        wie het bestand heeft geleverd
  --obtained-on DATUM   dag waarop het is verkregen, JJJJ-MM-DD
  --legal-basis TEKST   waarom we het mogen gebruiken, bijvoorbeeld "gerechtvaardigd belang, afweging van 2026-03-02"

Het bestand lezen (vanzelf waar het bestand duidelijk is; op een terminal wordt gevraagd waar het dat niet is)
  --kind SOORT          contracts (standaard), of consent: opt-ins, afmeldingen, bezwaren, beurskaarten; ze worden toestemmingsbewijs
  --mapping NAAM        leverancier in config/suppliers, het pad van een mapping, of paren: "Vervaldatum=endDate;Ref=-"
  --date-format VORM    bijvoorbeeld DD-MM-YYYY of MM-DD-YYYY
  --decimal TEKEN       comma of dot
  --delimiter TEKEN     semicolon, comma, tab of pipe
  --encoding NAAM       bijvoorbeeld utf-8 of windows-1252

Laden
  --accounts WIJZE      match: rijen van onbekende bedrijven worden geweigerd (standaard); create: nieuwe accounts, als Suspect
  --decisions BESTAND   het beoordelingsbestand (accounts of contactpersonen) van een eerdere run, met ingevulde beslissingen
  --overwrite WIJZE     newer: wat een mens invulde en wat nieuwer is dan het bestand blijft, de rij wordt een verklaring (standaard);
                        always: het bestand gaat voor
  --job-size MB         grootste upload, hoogstens 100 (standaard 48); kleiner waar een proxy uploads beperkt
  --successes           ook ophalen welk record elke rij werd, naar .import/<run>/successes/
  --patience MINUTEN    hoe lang een job van de org mag stilstaan voordat het wachten wordt opgegeven (standaard 60)

Uitvoer
  --language en|nl      taal van het rapport en van de redenen
  --json                één JSON-document en verder niets: status (de exitcode), run, rows, files, warnings
  --quiet               alleen fouten
  --log-json            één regel JSON per gebeurtenis op stderr, voor logverzamelaars
  --help                deze tekst

Exitcode: 0 alle rijen in orde, 1 een deel geweigerd, 2 verkeerd gebruik of een geweigerd bestand, 3 moeite met de org, het netwerk of deze machine.
Het rapport en de geweigerde rijen komen in .import/<run>/. Inplannen, hervatten en terugdraaien: docs/import.md.
`,
};
