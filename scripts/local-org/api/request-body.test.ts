import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodedStream, parseJson, readBody } from './request-body.ts';

test('a body is refused as soon as it passes the limit, however small it travels', async () => {
  assert.equal((await readBody(Readable.from([Buffer.alloc(10)]), 10)).length, 10);
  await assert.rejects(readBody(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10), { status: 413 });
  const bomb = Readable.from([gzipSync(Buffer.alloc(1_000_000))]);
  await assert.rejects(readBody(decodedStream(bomb, { 'content-encoding': 'gzip' }), 1_000), { status: 413 });
});

test('a body that is not what its encoding says is refused', async () => {
  const broken = Readable.from([Buffer.from('no gzip at all')]);
  await assert.rejects(readBody(decodedStream(broken, { 'content-encoding': 'gzip' })), {
    status: 400,
    message: 'The request body cannot be decompressed.',
  });
});

test('an empty body and broken JSON are refused in words', () => {
  assert.throws(() => parseJson(Buffer.alloc(0)), { errorCode: 'JSON_PARSER_ERROR', message: /no entity body/ });
  assert.throws(() => parseJson(Buffer.from('{')), { errorCode: 'JSON_PARSER_ERROR', status: 400 });
});
