import { coerceInputValue, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { type OperationRight, RIGHT_EXTENSION } from '../access/operation.ts';
import { badInput } from '../graphql/errors.ts';
import type { FilterInput } from '../read/define-list.ts';
import type { SortBy } from '../read/reader.ts';

/** The query field behind an exported list: its right and its argument types hold for the export too. */
export function listField(schema: GraphQLSchema, list: string): GraphQLField<unknown, unknown> {
  const query = schema.getQueryType();
  const field = isObjectType(query) ? query.getFields()[list] : undefined;
  if (!field) throw new Error(`the export ${list} names no query`);
  return field;
}

/** The permission of a query; null when it is open to everybody. */
export function permissionOf(field: GraphQLField<unknown, unknown>): string | null {
  const right = field.extensions[RIGHT_EXTENSION] as OperationRight | undefined;
  if (!right) throw new Error(`${field.name} declares no right`);
  return 'permission' in right ? right.permission : null;
}

/** Reads `filter` and `sort` from the address as GraphQL would: nothing else reaches the read pipeline. */
export function listArguments(
  field: GraphQLField<unknown, unknown>,
  raw: { readonly filter?: string | undefined; readonly sort?: string | undefined },
): { readonly filter: FilterInput | null; readonly sort: readonly SortBy<string>[] | null } {
  return {
    filter: argument(field, 'filter', raw.filter) as FilterInput | null,
    sort: argument(field, 'sort', raw.sort) as readonly SortBy<string>[] | null,
  };
}

function argument(field: GraphQLField<unknown, unknown>, name: string, raw: string | undefined): unknown {
  if (raw === undefined || raw === '') return null;
  const type = field.args.find((arg) => arg.name === name)?.type;
  if (!type) throw badInput(`The list takes no ${name}.`, [name]);
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw badInput(`${name} is not JSON.`, [name]);
  }
  return coerceInputValue(value, type, (path, _value, error) => {
    throw badInput(error.message, [name, ...path.map(String)]);
  });
}
