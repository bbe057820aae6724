import { type FieldNode, parse } from 'graphql';
import type { SelectionSource } from './selection.ts';

const kept = new Map<string, SelectionSource>();

/**
 * A selection written in code, for reads that do not come from a GraphQL request (downloads, exports, printing): the
 * same plan, policy and statement serve them. Fields are those of the read definition, hidden ones included.
 */
export function fixedSelection(fields: string): SelectionSource {
  let source = kept.get(fields);
  if (!source) {
    const [definition] = parse(`{ it { ${fields} } }`, { noLocation: true }).definitions;
    const nodes =
      definition?.kind === 'OperationDefinition'
        ? (definition.selectionSet.selections as readonly FieldNode[])
        : [];
    source = { fieldNodes: nodes, fragments: {}, variableValues: {} };
    kept.set(fields, source);
  }
  return source;
}
