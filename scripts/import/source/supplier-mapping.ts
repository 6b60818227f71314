// What we know about the files of one supplier: config/suppliers/<name>.json, or pairs typed after `--mapping`.

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDateFormat, type DateFormat } from './date-format.ts';
import { foldValue } from './header-name.ts';
import type { DecimalSeparator } from './inspection.ts';
import type { ImportKind } from './import-kind.ts';
import type { Language } from './language.ts';
import { refusal } from './messages.ts';
import { FIELDS_OF, type SourceField } from './source-field.ts';

/** A mapping in which every name has been checked. */
export interface SupplierMapping {
  /** By header as in the file; `-` leaves the column out. */
  readonly columns: Readonly<Record<string, SourceField | '-'>>;
  readonly fixed: Readonly<Partial<Record<SourceField, string>>>;
  /** Replacements of values, by field, keyed by the folded value (header-name.ts). */
  readonly aliases: Readonly<Partial<Record<SourceField, Readonly<Record<string, string>>>>>;
  /** Date formats of single fields. */
  readonly dateFormats: Readonly<Partial<Record<SourceField, DateFormat>>>;
  readonly dateFormat?: DateFormat;
  readonly decimal?: DecimalSeparator;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly clearMarker?: string;
  readonly repairsMojibake: boolean;
}

/** What empties a field when the mapping names no marker of its own. */
export const CLEAR_MARKERS: readonly string[] = ['#CLEAR', '#LEEG'];

export const EMPTY_MAPPING: SupplierMapping = { columns: {}, fixed: {}, aliases: {}, dateFormats: {}, repairsMojibake: false };

const KEYS = [
  'description',
  'columns',
  'fixed',
  'values',
  'dateFormats',
  'dateFormat',
  'decimal',
  'delimiter',
  'encoding',
  'clearMarker',
  'repairMojibake',
];

type Complain = (problem: string) => never;

/** Whose fields a mapping may name, and in which language it is refused. */
interface Reading {
  readonly kind: ImportKind;
  readonly language: Language;
}

/**
 * Resolves what follows `--mapping`: the name of a file in `folder`, a path to one, or pairs
 * `<column>=<field>` and `<field>:=<value>` separated by `;` (a name may come first: `acme;Vervaldatum=endDate`).
 */
export async function loadSupplierMapping(text: string, folder: string, reading: Reading): Promise<SupplierMapping> {
  const { kind, language } = reading;
  const parts = text.split(';').map((part) => part.trim());
  const pairs = parts.filter((part) => part.includes('='));
  const [name] = parts.filter((part) => !part.includes('=') && part !== '');
  const mapping = name === undefined ? EMPTY_MAPPING : await readMapping(name, folder, reading);
  if (pairs.length === 0) return mapping;
  const complain: Complain = (problem) => {
    throw refusal(language, 'MAPPING_INVALID', { name: text, problem });
  };
  const columns: Record<string, SourceField | '-'> = {};
  const fixed: Partial<Record<SourceField, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const [left, right] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (left.endsWith(':')) fixed[field(left.slice(0, -1).trim(), kind, complain)] = right;
    else columns[left] = right === '-' ? '-' : field(right, kind, complain);
  }
  return { ...mapping, columns: { ...mapping.columns, ...columns }, fixed: { ...mapping.fixed, ...fixed } };
}

async function readMapping(name: string, folder: string, reading: Reading): Promise<SupplierMapping> {
  const path = /[\\/]|\.json$/.test(name) ? name : join(folder, `${name}.json`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const files = await readdir(folder).catch(() => [] as string[]);
    const known = files.filter((file) => file.endsWith('.json')).map((file) => basename(file, '.json'));
    throw refusal(reading.language, 'MAPPING_NOT_FOUND', { name, known: known.join(', ') || '-' }, cause);
  }
  return parseSupplierMapping(text, name, reading);
}

/** Checks the text of a mapping file; throws a refusal that names what is wrong with it. */
export function parseSupplierMapping(text: string, name: string, { kind, language }: Reading): SupplierMapping {
  const complain: Complain = (problem) => {
    throw refusal(language, 'MAPPING_INVALID', { name, problem });
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return complain(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const source = record(parsed, 'the file', complain);
  for (const key of Object.keys(source)) if (!KEYS.includes(key)) complain(`"${key}" is not a setting; settings are ${KEYS.join(', ')}`);
  const columns: Record<string, SourceField | '-'> = {};
  for (const [header, target] of Object.entries(texts(source['columns'], 'columns', complain))) {
    columns[header] = target === '-' ? '-' : field(target, kind, complain);
  }
  const fixed: Partial<Record<SourceField, string>> = {};
  for (const [target, value] of Object.entries(texts(source['fixed'], 'fixed', complain))) fixed[field(target, kind, complain)] = value;
  const aliases: Partial<Record<SourceField, Record<string, string>>> = {};
  for (const [target, values] of Object.entries(record(source['values'] ?? {}, 'values', complain))) {
    const pairs = Object.entries(texts(values, `values.${target}`, complain));
    aliases[field(target, kind, complain)] = Object.fromEntries(pairs.map(([from, to]) => [foldValue(from), to]));
  }
  const dateFormats: Partial<Record<SourceField, DateFormat>> = {};
  for (const [target, format] of Object.entries(texts(source['dateFormats'], 'dateFormats', complain))) {
    dateFormats[field(target, kind, complain)] = dateFormat(format, complain);
  }
  const settings = texts(
    Object.fromEntries(
      ['dateFormat', 'decimal', 'delimiter', 'encoding', 'clearMarker'].filter((key) => key in source).map((key) => [key, source[key]]),
    ),
    name,
    complain,
  );
  const decimal = settings['decimal'];
  if (decimal !== undefined && decimal !== ',' && decimal !== '.') complain('"decimal" is "," or "."');
  if (source['repairMojibake'] !== undefined && typeof source['repairMojibake'] !== 'boolean')
    complain('"repairMojibake" is true or false');
  return {
    columns,
    fixed,
    aliases,
    dateFormats,
    repairsMojibake: source['repairMojibake'] === true,
    ...(settings['dateFormat'] !== undefined && { dateFormat: dateFormat(settings['dateFormat'], complain) }),
    ...(decimal !== undefined && { decimal: decimal as DecimalSeparator }),
    ...(settings['delimiter'] !== undefined && { delimiter: settings['delimiter'] }),
    ...(settings['encoding'] !== undefined && { encoding: settings['encoding'] }),
    ...(settings['clearMarker'] !== undefined && { clearMarker: settings['clearMarker'] }),
  };
}

function record(value: unknown, what: string, complain: Complain): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return complain(`${what} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

function texts(value: unknown, what: string, complain: Complain): Readonly<Record<string, string>> {
  const entries = record(value ?? {}, what, complain);
  for (const [key, text] of Object.entries(entries)) if (typeof text !== 'string') complain(`"${key}" in ${what} is not a text`);
  return entries as Readonly<Record<string, string>>;
}

function field(name: string, kind: ImportKind, complain: Complain): SourceField {
  const fields = FIELDS_OF[kind];
  return fields.find((known) => known === name) ?? complain(`"${name}" is not a field; fields are ${fields.join(', ')}`);
}

function dateFormat(text: string, complain: Complain): DateFormat {
  return parseDateFormat(text) ?? complain(`"${text}" is not a date format`);
}
