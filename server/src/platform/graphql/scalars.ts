import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function fromText(name: string, parse: (text: string) => unknown): (node: ValueNode) => unknown {
  return (node) => {
    if (node.kind !== Kind.STRING && node.kind !== Kind.INT && node.kind !== Kind.FLOAT) {
      throw new GraphQLError(`${name} must be written as text`, { nodes: node });
    }
    return parse(node.value);
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(value: unknown): Date {
  if (typeof value !== 'string' || !INSTANT.test(value))
    throw new GraphQLError('DateTime is an ISO 8601 instant with an offset');
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('DateTime is not a real instant');
  return date;
}

/** Database JSON writes `+00:00` (sessions run in UTC); the contract writes `Z` and milliseconds. */
function writeInstant(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') throw new GraphQLError('DateTime cannot be written');
  if (value.endsWith('Z')) return value;
  const millis =
    value.charAt(19) === '.'
      ? value
          .slice(20, value.length - 6)
          .slice(0, 3)
          .padEnd(3, '0')
      : '000';
  return `${value.slice(0, 19)}.${millis}Z`;
}

/** An instant, ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 text, answered in UTC with milliseconds: `2026-11-24T01:30:00.000Z`.',
  serialize: writeInstant,
  parseValue: parseInstant,
  parseLiteral: fromText('DateTime', parseInstant) as (node: ValueNode) => Date,
});

function parseDay(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw new GraphQLError('Day is written YYYY-MM-DD');
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value))
    throw new GraphQLError('Day is not a real day');
  return value;
}

/** A calendar day in Asia/Shanghai. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day in Asia/Shanghai, `YYYY-MM-DD`.',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: parseDay,
  parseLiteral: fromText('Day', parseDay) as (node: ValueNode) => string,
});

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d{1,15}(\.\d{1,10})?$/.test(text))
    throw new GraphQLError('Decimal is a plain decimal number, as text');
  return text;
}

/** An exact decimal, as text. */
export const DecimalText = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as text, for example `"87.25"`: never a binary float. Input may also be a number.',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: fromText('Decimal', parseDecimal) as (node: ValueNode) => string,
});

/** Any JSON value. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
});
