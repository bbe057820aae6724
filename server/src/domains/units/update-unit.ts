import { ref } from '@mikro-orm/core';
import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText } from '@xinghuo/shared/kernel/text-limits';
import type { Party, UnitKind, UnitRole } from '@xinghuo/shared/units/unit';
import { useCase } from '../../platform/write/use-case.ts';
import { Region, regionAccess } from '../places/index.ts';
import { unitAccess } from './unit.access.ts';
import { Unit } from './unit.entity.ts';
import { nameTaken, unitTextProblems } from './unit.rules.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly party?: Party | null;
  readonly kind?: UnitKind | null;
  readonly role?: UnitRole | null;
  readonly regionId?: string | null;
  readonly duties?: readonly string[] | null;
  readonly liaisonName?: string | null;
}

/** Fields only those who manage units may change; a liaison changes duties and the contact. */
const MANAGED = ['name', 'nameEn', 'party', 'kind', 'role', 'regionId'] as const;

/** Changes a unit. */
export const updateUnit = useCase('unitUpdate', async (tx, input: Input) => {
  const unit = await tx.get(Unit, unitAccess, input.id, { right: 'update', version: input.version });
  const may = await tx.rights(Unit, unitAccess, unit.id, ['manage']);
  if (!may('manage')) {
    for (const field of MANAGED) {
      const present = field === 'regionId' ? unit.region.id : unit[field];
      const given = input[field];
      if (given !== undefined && given !== null && given !== (present ?? '')) {
        tx.note(problem('RIGHT_MISSING', field, { event: 'update' }));
      }
    }
  }
  tx.note(...unitTextProblems(input));
  tx.settle();
  const name = cleanText(input.name);
  if (name !== null && name !== unit.name) {
    tx.note(await nameTaken(tx, name, unit.id));
    tx.settle();
    unit.name = name;
  }
  if (input.regionId && input.regionId !== unit.region.id) {
    unit.region = ref(
      await tx.get(Region, regionAccess, input.regionId, { path: 'regionId', lock: 'share' }),
    );
  }
  if (input.nameEn !== undefined && input.nameEn !== null) unit.nameEn = cleanText(input.nameEn);
  if (input.liaisonName !== undefined && input.liaisonName !== null)
    unit.liaisonName = cleanText(input.liaisonName);
  unit.party = input.party ?? unit.party;
  unit.kind = input.kind ?? unit.kind;
  unit.role = input.role ?? unit.role;
  if (input.duties) unit.duties = input.duties.map((duty) => duty.trim());
  return { unit: unit.id };
});
