// What the org held when a run began, on disk: a run that is continued must judge its rows by the same knowledge as before.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { ContractIndex } from './contract-index.ts';
import { KvkSet } from './kvk-set.ts';
import type { OrgContent } from './row-matcher.ts';

/** Name of the snapshot in the folder of the run. */
export const SNAPSHOT = 'org-content.bin';

/** Writes the snapshot; it is on disk as a whole, or not at all. */
export function writeSnapshot(path: string, { accounts, contracts, claims }: OrgContent): void {
  const parts = [accounts.words, contracts.words, claims.words];
  const file = openSync(`${path}.part`, 'w', 0o600);
  try {
    writeAll(file, bytesOf(Uint32Array.from(parts, ({ length }) => length)));
    for (const part of parts) writeAll(file, bytesOf(part));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}

/** Throws the system's error when the file is not there. */
export function readSnapshot(path: string): OrgContent {
  const bytes = readFileSync(path);
  const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const lengths = words.subarray(0, 3);
  let at = 3;
  const [accounts, contracts, claims] = Array.from(lengths, (length) => words.slice(at, (at += length)));
  if (accounts === undefined || contracts === undefined || claims === undefined) throw new Error(`${path} is no snapshot`);
  return {
    accounts: KvkSet.restore(accounts),
    contracts: ContractIndex.restore(contracts),
    claims: ContractIndex.restore(claims),
  };
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}
