import { defineEntity, p } from '@mikro-orm/core';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../access/operation.ts';

const BridgeSchema = defineEntity({
  name: 'Bridge',
  tableName: 'bridge',
  properties: { id: p.uuid().primary(), name: p.text() },
});

/** Something stored. */
export class Bridge extends BridgeSchema.class {}
BridgeSchema.setClass(Bridge);

/** Its contract, with one field that nothing can read. */
@ObjectType('Bridge', { description: 'A bridge over the river.' })
export class BridgeType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Stored nowhere.' })
  length!: string;
}

/** Operations of which only one is decided. */
@Resolver()
export class CarelessResolver {
  @Query(() => String, { description: 'No right at all.' })
  unguarded(): string {
    return 'open';
  }

  @Allow('bridge.blow-up')
  @Query(() => String, { description: 'A right that no domain declares.' })
  misspelt(): string {
    return 'open';
  }

  @Public()
  @Query(() => String, { description: 'Decided.' })
  open(): string {
    return 'open';
  }
}

/** A decided operation. */
@Resolver()
export class BridgeResolver {
  @Allow('bridge.list')
  @Query(() => BridgeType, { nullable: true, description: 'A bridge.' })
  bridge(): null {
    return null;
  }
}
