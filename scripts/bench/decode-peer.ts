// The ceiling of a check: a file read and decoded as UTF-8, and nothing else.
import { createReadStream } from 'node:fs';

let characters = 0;
for await (const piece of createReadStream(process.argv[2] ?? '', { encoding: 'utf8', highWaterMark: 1 << 20 }))
  characters += String(piece).length;
console.log(characters);
