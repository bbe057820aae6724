import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Client } from '../harness/client.ts';
import { type Operation, operationsOf } from './rights-kit.ts';

/** Ids to ask for: by GraphQL type for `thing(id)`, by argument name for the rest. */
export interface Known {
  readonly byType: Readonly<Record<string, readonly string[]>>;
  readonly byArgument: Readonly<Record<string, string>>;
}

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));

const leaves = (type: GraphQLObjectType): string =>
  fieldsOf(type)
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
    .join(' ') || '__typename';

const objects = (type: GraphQLObjectType): readonly { name: string; type: GraphQLObjectType }[] =>
  fieldsOf(type).flatMap(({ name, type: of }) => {
    const named = getNamedType(of as GraphQLOutputType);
    return isObjectType(named) ? [{ name, type: named }] : [];
  });

/** The selections of a root: its own values, then one for each relation with everything two steps on. */
function selectionsOf(type: GraphQLObjectType): readonly string[] {
  return [
    leaves(type),
    ...objects(type).map(
      ({ name, type: child }) =>
        `${name} { ${leaves(child)} ${objects(child)
          .map((next) => `${next.name} { ${leaves(next.type)} }`)
          .join(' ')} }`,
    ),
  ];
}

function argumentsOf(
  operation: Operation,
  node: GraphQLObjectType,
  known: Known,
): readonly Record<string, unknown>[] {
  const required = operation.field.args.filter(
    (arg) => isNonNullType(arg.type) && arg.defaultValue === undefined,
  );
  const plain = Object.fromEntries(required.map(({ name }) => [name, known.byArgument[name] ?? 'nothing']));
  if (!required.some(({ name }) => name === 'id')) return [plain];
  return (known.byType[node.name] ?? []).map((id) => ({ ...plain, id }));
}

function documentOf(operation: Operation, under: string, given: Readonly<Record<string, unknown>>): string {
  const typed = operation.field.args.filter(({ name }) => name in given);
  const declared = typed
    .map(({ name, type }: { name: string; type: GraphQLInputType }) => `$${name}: ${type}`)
    .join(', ');
  const passed = typed.map(({ name }) => `${name}: $${name}`).join(', ');
  return `query ${declared ? `(${declared}) ` : ''}{ ${operation.field.name}${passed ? `(${passed})` : ''} { ${under} } }`;
}

/**
 * Everything a client can get hold of by reading: every root query, every relation two steps on, as one text.
 * Refusals are part of it: they must not tell anything either.
 */
export async function crawl(schema: GraphQLSchema, client: Client, known: Known): Promise<string> {
  const texts: string[] = [];
  for (const operation of operationsOf(schema)) {
    const type = getNamedType(operation.field.type as GraphQLOutputType);
    if (operation.root !== 'query' || !isObjectType(type)) continue;
    const nodes = type.getFields().nodes;
    const node = nodes ? getNamedType(nodes.type) : type;
    if (!isObjectType(node)) continue;
    for (const given of argumentsOf(operation, node, known)) {
      for (const selection of selectionsOf(node)) {
        const query = documentOf(operation, nodes ? `nodes { ${selection} }` : selection, given);
        const { data, errors } = await client.send(query, given);
        const broken = errors.find(({ extensions }) =>
          ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'TOO_COSTLY'].includes(extensions.code),
        );
        if (broken) throw new Error(`${query}: ${broken.extensions.code} ${broken.message}`);
        // What was asked for is echoed nowhere: only answers count.
        texts.push(JSON.stringify(data ?? null), ...errors.map(({ message }) => message));
      }
    }
  }
  return texts.join('\n');
}
