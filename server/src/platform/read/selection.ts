import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionSetNode,
} from 'graphql';

/** What of a resolver's info a selection is read from. */
export interface SelectionSource {
  readonly fieldNodes: readonly FieldNode[];
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** The fields selected below some nodes, each with its own nodes: aliases and fragments folded together. */
export type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/** Collects the selected field names under the given nodes. Types here are objects, so a fragment always applies. */
export function selectedFields(nodes: readonly FieldNode[], source: SelectionSource): Selected {
  const found = new Map<string, FieldNode[]>();
  for (const node of nodes) if (node.selectionSet) collect(node.selectionSet, source, found);
  return found;
}

function collect(set: SelectionSetNode, source: SelectionSource, found: Map<string, FieldNode[]>): void {
  for (const selection of set.selections) {
    if (!included(selection, source)) continue;
    if (selection.kind === 'Field') {
      const name = selection.name.value;
      const nodes = found.get(name);
      if (nodes) nodes.push(selection);
      else found.set(name, [selection]);
    } else if (selection.kind === 'InlineFragment') {
      collect(selection.selectionSet, source, found);
    } else {
      const fragment = source.fragments[selection.name.value];
      if (fragment) collect(fragment.selectionSet, source, found);
    }
  }
}

function included(
  node: { readonly directives?: readonly DirectiveNode[] },
  source: SelectionSource,
): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, source.variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, source.variableValues)?.if !== false;
}

/**
 * A key for what `@skip` and `@include` make of a document: plans are kept by document and this key.
 * Booleans among the variables are the only values that can change a selection.
 */
export function selectionKey(source: SelectionSource): string {
  let key = '';
  for (const [name, value] of Object.entries(source.variableValues)) {
    if (typeof value === 'boolean') key += `${name}=${value};`;
  }
  return key;
}
