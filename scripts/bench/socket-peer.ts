// The ceiling: a file goes into an ingest job as fast as disk and socket allow, with nothing read and nothing checked.
import { createReadStream, statSync } from 'node:fs';
import { request } from 'node:http';

const [instanceUrl = '', accessToken = '', file = ''] = process.argv.slice(2);

function send(method: string, path: string, body: string | undefined, upload?: string): Promise<{ readonly id: string }> {
  return new Promise((resolve, reject) => {
    const length = upload === undefined ? Buffer.byteLength(body ?? '') : statSync(upload).size;
    const outgoing = request(new URL(`/services/data/v68.0${path}`, instanceUrl), {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': upload === undefined ? 'application/json' : 'text/csv',
        'content-length': length,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve((text === '' ? {} : JSON.parse(text)) as { id: string }));
    });
    if (upload === undefined) outgoing.end(body);
    else createReadStream(upload, { highWaterMark: 1 << 18 }).pipe(outgoing);
  });
}

const job = { object: 'Competitor_Contract__c', operation: 'upsert', externalIdFieldName: 'External_Id__c' };
const { id } = await send('POST', '/jobs/ingest', JSON.stringify(job));
await send('PUT', `/jobs/ingest/${id}/batches`, undefined, file);
await send('PATCH', `/jobs/ingest/${id}`, JSON.stringify({ state: 'UploadComplete' }));
process.exit(0);
