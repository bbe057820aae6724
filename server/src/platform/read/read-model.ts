import {
  type EntityMetadata,
  type EntityProperty,
  type MetadataStorage,
  ReferenceKind,
} from '@mikro-orm/core';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { column, declaredReads, one, type ReadDefinition, type ReadField } from './define-read.ts';

/** A read definition with its storage, and every field resolved to how it is read. */
export interface BoundRead {
  readonly definition: ReadDefinition;
  readonly meta: EntityMetadata;
  readonly fields: ReadonlyMap<string, ReadField>;
}

/**
 * Binds contract to storage once, at boot. Every field of a read type must be readable: by the read definition, by a
 * stored property of the same name, or by a field resolver; otherwise the server does not start.
 */
export class ReadModel {
  private readonly reads = new Map<string, BoundRead>();

  constructor(
    schema: GraphQLSchema,
    metadata: MetadataStorage,
    hasResolver: (type: string, field: string) => boolean,
  ) {
    const faults: string[] = [];
    for (const definition of declaredReads().values()) {
      const meta = metadata.get(definition.entity);
      const type = schema.getType(definition.type);
      if (!isObjectType(type)) {
        faults.push(`${definition.type}: read is declared but the schema has no such object type`);
        continue;
      }
      this.reads.set(definition.type, {
        definition,
        meta,
        fields: bindFields(definition, meta, type, hasResolver, faults),
      });
    }
    if (faults.length > 0)
      throw new Error(`The contract cannot be read from storage:\n  ${faults.join('\n  ')}`);
  }

  /** The bound read of a definition or a GraphQL type name. */
  bound(read: ReadDefinition | string): BoundRead {
    const name = typeof read === 'string' ? read : read.type;
    const bound = this.reads.get(name);
    if (!bound) throw new Error(`no read is declared for ${name}`);
    return bound;
  }

  has(type: string): boolean {
    return this.reads.has(type);
  }
}

function bindFields(
  definition: ReadDefinition,
  meta: EntityMetadata,
  type: GraphQLObjectType,
  hasResolver: (type: string, field: string) => boolean,
  faults: string[],
): ReadonlyMap<string, ReadField> {
  const fields = new Map<string, ReadField>(Object.entries(definition.fields));
  for (const field of Object.values(type.getFields())) {
    if (fields.has(field.name) || hasResolver(type.name, field.name)) continue;
    const stored = automatic(
      meta,
      field.name,
      isObjectType(getNamedType(field.type)) ? getNamedType(field.type).name : null,
    );
    if (stored) fields.set(field.name, stored);
    else
      faults.push(
        `${type.name}.${field.name}: neither a stored property, nor in the read definition, nor resolved`,
      );
  }
  for (const [name, field] of fields) {
    if (field.kind !== 'computed') continue;
    for (const need of field.needs) {
      if (fields.has(need)) continue;
      const stored = automatic(meta, need, null);
      if (stored) fields.set(need, stored);
      else faults.push(`${type.name}.${name}: needs ${need}, which is not readable`);
    }
    for (const right of field.rights ?? []) {
      if (!(right in definition.access.actions))
        faults.push(`${type.name}.${name}: the policy has no right ${right}`);
    }
  }
  return fields;
}

/** How a field is read when a stored property has its name. */
function automatic(meta: EntityMetadata, name: string, objectType: string | null): ReadField | null {
  const property = (meta.properties as Record<string, EntityProperty>)[name];
  if (!property || property.persist === false) return null;
  const toOne = property.kind === ReferenceKind.MANY_TO_ONE || property.kind === ReferenceKind.ONE_TO_ONE;
  if (objectType && toOne) {
    return one(() => {
      const read = declaredReads().get(objectType);
      if (!read) throw new Error(`no read is declared for ${objectType}`);
      return read;
    });
  }
  const scalar = property.kind === ReferenceKind.SCALAR || property.kind === ReferenceKind.EMBEDDED;
  return scalar || toOne ? column(name) : null;
}
