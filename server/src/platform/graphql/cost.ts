import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { PAGE } from '../read/reader.ts';

/** Rows assumed in a nested list, which has no page size of its own. */
const NESTED_ROWS = 10;

/** The key under which what a field costs stands in the schema. */
const COST_EXTENSION = 'xinghuoCost';

/** The field costs so much for each row instead of one: it does as much work as that many plain fields. */
export function Costs(points: number): PropertyDecorator {
  return Extensions({ [COST_EXTENSION]: points }) as PropertyDecorator;
}

/**
 * What an operation would cost, before it runs: a field costs one or what it declares, a connection its page size times what is selected
 * of a row, a nested list ten rows. Own code because the known library loads a second copy of graphql under ESM.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    else if (
      definition.kind === 'OperationDefinition' &&
      (!operationName || definition.name?.value === operationName)
    )
      operation ??= definition;
  }
  const root = operation && schema.getRootType(operation.operation);
  return operation && root
    ? selectionCost(root, operation.selectionSet, { schema, fragments, variables })
    : 0;
}

interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

function selectionCost(type: GraphQLNamedType, set: SelectionSetNode, costing: Costing): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === 'Field') cost += fieldCost(type, selection, costing);
    else if (selection.kind === 'InlineFragment')
      cost += selectionCost(type, selection.selectionSet, costing);
    else {
      const fragment = costing.fragments.get(selection.name.value);
      if (fragment) cost += selectionCost(type, fragment.selectionSet, costing);
    }
  }
  return cost;
}

function fieldCost(type: GraphQLNamedType, node: FieldNode, costing: Costing): number {
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 1;
  const declared = field.extensions[COST_EXTENSION];
  const own = typeof declared === 'number' ? declared : 1;
  if (!node.selectionSet) return own;
  const named = getNamedType(field.type);
  const below = selectionCost(named, node.selectionSet, costing);
  if (named.name.endsWith('Connection')) return own + pageSize(node, costing) * below;
  const page = node.name.value === 'edges' || node.name.value === 'nodes';
  return own + (isListType(getNullableType(field.type)) && !page ? NESTED_ROWS : 1) * below;
}

function pageSize(node: FieldNode, costing: Costing): number {
  for (const argument of node.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    const { value } = argument;
    const rows =
      value.kind === 'IntValue'
        ? Number(value.value)
        : value.kind === 'Variable'
          ? costing.variables[value.name.value]
          : null;
    if (typeof rows === 'number') return Math.min(Math.max(rows, 1), PAGE.max);
  }
  return PAGE.default;
}
