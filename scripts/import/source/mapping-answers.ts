// Answers of a person about a file, laid over the supplier's mapping and kept in it for the next file.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DateFormat } from './date-format.ts';
import { foldValue } from './header-name.ts';
import type { DecimalSeparator } from './inspection.ts';
import type { SourceField } from './source-field.ts';
import type { SupplierMapping } from './supplier-mapping.ts';

export interface MappingAnswers {
  readonly columns?: Readonly<Record<string, SourceField | '-'>>;
  readonly dateFormats?: Readonly<Partial<Record<SourceField, DateFormat>>>;
  readonly decimal?: DecimalSeparator;
  /** Spelling of the file → name of the provider. */
  readonly providers?: Readonly<Record<string, string>>;
}

/** The answers of both; the later one wins. */
export function joinAnswers(one: MappingAnswers, other: MappingAnswers): MappingAnswers {
  const decimal = other.decimal ?? one.decimal;
  return {
    columns: { ...one.columns, ...other.columns },
    dateFormats: { ...one.dateFormats, ...other.dateFormats },
    providers: { ...one.providers, ...other.providers },
    ...(decimal !== undefined && { decimal }),
  };
}

export function withAnswers(mapping: SupplierMapping, answers: MappingAnswers): SupplierMapping {
  const providers = Object.entries(answers.providers ?? {}).map(([from, to]) => [foldValue(from), to] as const);
  const decimal = answers.decimal ?? mapping.decimal;
  return {
    ...mapping,
    columns: { ...mapping.columns, ...answers.columns },
    dateFormats: { ...mapping.dateFormats, ...answers.dateFormats },
    ...(providers.length > 0 && {
      aliases: { ...mapping.aliases, provider: { ...mapping.aliases.provider, ...Object.fromEntries(providers) } },
    }),
    ...(decimal !== undefined && { decimal }),
  };
}

/** Adds the answers to the mapping file at `path`, which is made when it is not there. Throws the system's error. */
export async function saveAnswers(path: string, answers: MappingAnswers, description: string): Promise<void> {
  const kept = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Readonly<Record<string, unknown>>,
    (error: unknown): Readonly<Record<string, unknown>> => {
      if ((error as { code?: unknown }).code === 'ENOENT') return { description };
      throw error;
    },
  );
  const part = (name: string): object => (kept[name] ?? {}) as object;
  const { columns = {}, dateFormats = {}, providers = {}, decimal } = answers;
  const values = part('values') as { readonly provider?: object };
  const whole = {
    ...kept,
    ...filled('columns', { ...part('columns'), ...columns }),
    ...filled('values', Object.keys(providers).length > 0 ? { ...values, provider: { ...values.provider, ...providers } } : values),
    ...filled('dateFormats', { ...part('dateFormats'), ...dateFormats }),
    ...(decimal !== undefined && { decimal }),
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`);
}

function filled(name: string, content: object): object {
  return Object.keys(content).length > 0 ? { [name]: content } : {};
}
