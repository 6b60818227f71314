// `npm run docs`: writes the pages about flows, data model and permissions from the metadata.
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageDocs } from './package-docs.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCS = path.join(ROOT, 'docs');

const pages = packageDocs(ROOT);
for (const file of globSync('flows/*.md', { cwd: DOCS })) if (!pages.has(file)) rmSync(path.join(DOCS, file));
for (const [file, text] of pages) {
  mkdirSync(path.dirname(path.join(DOCS, file)), { recursive: true });
  writeFileSync(path.join(DOCS, file), text);
}
console.log(`${pages.size} pages written below docs.`);
