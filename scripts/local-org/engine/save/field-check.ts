// System validation of one value: length, range, picklist, shape. Compiled once per field.
import type { Value } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';
import type { Field } from '../../metadata/schema.ts';
import { coerceValue, roundTo } from './coerce-value.ts';
import { invalidEmail, notInPicklist, notOfType, outOfRange, tooLong } from './save-errors.ts';

/** Local part, at, domain with a dot: what the platform asks of an address. */
const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(?:\.[^\s@<>(),;:"[\]\\.]+)+$/;

/** `normal` is what is stored for a value that passes; a flow may have computed more decimals than the field has. */
export interface FieldCheck {
  readonly name: string;
  readonly field: Field;
  /** Gives the value to store, or the error. */
  check(value: string | number | boolean): Value | SaveError;
}

/** The check of a field, or undefined when every value of its type will do. */
export function fieldCheck(field: Field): FieldCheck | undefined {
  const check = checkOf(field);
  return check && { name: field.name, field, check };
}

type Check = FieldCheck['check'];

function checkOf(field: Field): Check | undefined {
  switch (field.type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberCheck(field);
    case 'picklist':
      return field.picklist?.restricted ? picklistCheck(field) : textCheck(field);
    case 'multipicklist':
      return field.picklist?.restricted ? choicesCheck(field) : textCheck(field);
    case 'email':
      return emailCheck(field);
    case 'string':
    case 'textarea':
    case 'phone':
    case 'url':
    case 'encryptedstring':
      return textCheck(field);
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'time':
      return typeCheck(field);
    default:
      return undefined;
  }
}

function textCheck(field: Field): Check {
  const { length } = field;
  return (value) => {
    const text = typeof value === 'string' ? value : String(value);
    return length > 0 && text.length > length ? tooLong(field, text) : text;
  };
}

function numberCheck(field: Field): Check {
  const { scale } = field;
  const limit = field.precision > 0 ? 10 ** (field.precision - scale) : Number.MAX_SAFE_INTEGER;
  return (value) => {
    if (typeof value !== 'number') return notOfType(field, value);
    const rounded = roundTo(value, scale);
    return Math.abs(rounded) >= limit ? outOfRange(field, value) : rounded;
  };
}

function picklistCheck(field: Field): Check {
  const allowed = activeValues(field);
  return (value) => (allowed.has(value) ? value : notInPicklist(field, String(value)));
}

function choicesCheck(field: Field): Check {
  const allowed = activeValues(field);
  return (value) => {
    const strange = String(value)
      .split(';')
      .find((choice) => !allowed.has(choice));
    return strange === undefined ? value : notInPicklist(field, strange);
  };
}

function emailCheck(field: Field): Check {
  const text = textCheck(field);
  return (value) => (EMAIL.test(String(value)) ? text(value) : invalidEmail(field, String(value)));
}

/** Only flows can bring a value of another type this far: clients' values were read as the type before. */
function typeCheck(field: Field): Check {
  const type = field.type === 'boolean' ? 'boolean' : 'string';
  return (value) => (typeof value === type ? value : (coerceValue(field, value) ?? notOfType(field, value)));
}

function activeValues(field: Field): ReadonlySet<Value> {
  return new Set(field.picklist?.values.filter((value) => value.active).map((value) => value.value));
}
