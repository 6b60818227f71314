// The obvious way to load a CSV with libraries: csv-parse into objects, jsforce for the job. One of the benchmark's other sides.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { Connection } from 'jsforce';

const [instanceUrl = '', accessToken = '', file = ''] = process.argv.slice(2);
const connection = new Connection({ instanceUrl, accessToken, version: '68.0' });
connection.bulk2.pollInterval = 1000;
connection.bulk2.pollTimeout = 600_000;
const records: Record<string, string>[] = [];
for await (const record of createReadStream(file).pipe(parse({ columns: true }))) records.push(record as Record<string, string>);
const results = await connection.bulk2.loadAndWaitForResults({
  object: 'Competitor_Contract__c',
  operation: 'upsert',
  externalIdFieldName: 'External_Id__c',
  input: records,
});
console.log(JSON.stringify({ succeeded: results.successfulResults.length, failed: results.failedResults.length }));
process.exit(0);
