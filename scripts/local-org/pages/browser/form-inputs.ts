// The form of a record of any object: which fields it asks for, how each is typed, and what is sent of it.
import type { FieldInfo, ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { Layout, LayoutSection } from '../site.ts';

export type InputKind =
  'text' | 'long' | 'number' | 'date' | 'datetime' | 'email' | 'tel' | 'url' | 'check' | 'choice' | 'choices' | 'lookup';

/** What somebody typed, or what the record holds, in the form in which inputs have it: several choices with `;` between them. */
export type Typed = string | boolean;

export interface FormInput {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly kind: InputKind;
  readonly isRequired: boolean;
  /** Of texts. */
  readonly length: number | undefined;
  /** Of numbers: the smallest difference. */
  readonly step: string | undefined;
  /** Object and name field of what a lookup may lead to. */
  readonly target: { readonly objectApiName: string; readonly nameField: string } | undefined;
}

const KINDS: Readonly<Record<string, InputKind>> = {
  ...{ String: 'text', TextArea: 'long', Email: 'email', Phone: 'tel', Url: 'url' },
  ...{ Double: 'number', Int: 'number', Currency: 'number', Percent: 'number' },
  ...{ Date: 'date', DateTime: 'datetime', Boolean: 'check' },
  ...{ Picklist: 'choice', MultiPicklist: 'choices', Reference: 'lookup' },
};

/** Fields of a page layout that the form shows: those that the user may write and that the layout lets him. */
export function formSections(
  object: Pick<ObjectInfo, 'fields'>,
  layout: Layout | undefined,
  sections: readonly LayoutSection[],
  isNew: boolean,
): readonly LayoutSection[] {
  const isAsked = (name: string): boolean => {
    const field = object.fields[name];
    const isWritable = field !== undefined && (isNew ? field.createable : field.updateable);
    return isWritable && KINDS[field.dataType] !== undefined && !(layout?.readOnly ?? []).includes(name) && name !== 'OwnerId';
  };
  return sections
    .map(({ label, columns }) => ({ label, columns: columns.map((names) => names.filter(isAsked)).filter((names) => names.length > 0) }))
    .filter(({ columns }) => columns.length > 0);
}

/** `label` is what the field is called where it is shown. */
export function inputOf(field: FieldInfo, layout: Layout | undefined, label: string): FormInput {
  const [target] = field.referenceToInfos;
  const kind = KINDS[field.dataType] ?? 'text';
  return {
    name: field.apiName,
    label,
    help: field.inlineHelpText,
    kind,
    isRequired: kind !== 'check' && (field.required || (layout?.required ?? []).includes(field.apiName)),
    length: kind === 'text' || kind === 'long' ? field.length : undefined,
    step: kind === 'number' ? String(10 ** -field.scale) : undefined,
    target: kind === 'lookup' && target ? { objectApiName: target.apiName, nameField: target.nameFields[0] ?? 'Name' } : undefined,
  };
}

/** What a record holds, as an input has it. */
export function typedOf(kind: InputKind, held: unknown): Typed {
  if (kind === 'check') return held === true;
  return held === null || held === undefined ? '' : String(held);
}

/** What is sent of an input: nothing typed is blank. */
export function sentOf(kind: InputKind, typed: Typed): string | number | boolean | null {
  if (typeof typed === 'boolean') return typed;
  const text = kind === 'long' ? typed : typed.trim();
  if (text === '') return null;
  return kind === 'number' ? Number(text) : text;
}

interface Refusal {
  readonly message: string;
  readonly output?: unknown;
}
interface Told {
  readonly message: string;
}

/** What the org refused, by field and for the record as a whole. Required fields are told once for all of them, so each is told its own. */
export function refusalOf({ message, output }: Refusal): {
  readonly whole: string;
  readonly fields: Readonly<Record<string, string>>;
} {
  const { errors = [], fieldErrors = {} } = (output ?? {}) as {
    errors?: readonly Told[];
    fieldErrors?: Readonly<Record<string, readonly Told[]>>;
  };
  const fields = Object.fromEntries(Object.entries(fieldErrors).map(([name, told]) => [name, told.map((one) => one.message).join(' ')]));
  const whole = errors.map((one) => one.message).join(' ');
  return { whole: whole || (Object.keys(fields).length > 0 ? '' : message), fields };
}
