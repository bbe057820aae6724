import { defineEntity, p } from '@mikro-orm/core';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import {
  PARTIES,
  type Party,
  UNIT_KINDS,
  UNIT_ROLES,
  type UnitKind,
  type UnitRole,
} from '@xinghuo/shared/units/unit';
import { editable } from '../../platform/entity/base.ts';
import { Region } from '../places/index.ts';

const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    ...editable,
    /** The full Chinese name: what an imported row is known by. */
    name: p.text().unique(),
    nameEn: p.text().nullable(),
    party: p.enum(valuesOf(PARTIES)).$type<Party>().index(),
    kind: p.enum(valuesOf(UNIT_KINDS)).$type<UnitKind>(),
    role: p.enum(valuesOf(UNIT_ROLES)).$type<UnitRole>().index(),
    region: () => p.manyToOne(Region).ref().index(),
    /** What the unit has committed itself to in the coordination mechanism, one sentence each. */
    duties: p.array<string>().columnType('text[]'),
    liaisonName: p.text().nullable(),
  },
});

/** A member of the coordination mechanism, or a host of teams. */
export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit);
