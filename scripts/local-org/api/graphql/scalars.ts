// Scalars of the platform's GraphQL API; those that SOQL writes bare are checked on the way in.
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCivilDate } from '../../../platform/civil-date.ts';
import { toId18 } from '../../../platform/record-id.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;
const CLOCK = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?$/;

function textScalar(name: string, isValid: (text: string) => boolean = () => true): GraphQLScalarType<string, unknown> {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`Expected a value of type ${name} but was '${String(value)}'.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined),
  });
}

function numberScalar(name: string): GraphQLScalarType<number, unknown> {
  const read = (value: unknown): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw new GraphQLError(`Expected a value of type ${name} but was '${String(value)}'.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** By the name of the scalar. */
export const SCALARS = {
  Base64: textScalar('Base64'),
  Currency: numberScalar('Currency'),
  Date: textScalar('Date', isCivilDate),
  DateTime: textScalar('DateTime', (text) => INSTANT.test(text)),
  Double: numberScalar('Double'),
  Email: textScalar('Email'),
  EncryptedString: textScalar('EncryptedString'),
  IdOrRef: textScalar('IdOrRef', (text) => toId18(text) !== undefined || /^@\{\w+(\.\w+)*\}$/.test(text)),
  Long: numberScalar('Long'),
  LongTextArea: textScalar('LongTextArea'),
  MultiPicklist: textScalar('MultiPicklist'),
  Percent: numberScalar('Percent'),
  PhoneNumber: textScalar('PhoneNumber'),
  Picklist: textScalar('Picklist'),
  TextArea: textScalar('TextArea'),
  Time: textScalar('Time', (text) => CLOCK.test(text)),
  Url: textScalar('Url'),
} as const;
