import { cleanText } from '@xinghuo/shared/kernel/text-limits';
import type { Party, UnitKind, UnitRole } from '@xinghuo/shared/units/unit';
import { holdsCitywide } from '../../platform/access/viewer.ts';
import { forbidden } from '../../platform/graphql/errors.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Region, regionAccess } from '../places/index.ts';
import { Unit } from './unit.entity.ts';
import { nameTaken, unitTextProblems } from './unit.rules.ts';

interface Input {
  readonly name: string;
  readonly nameEn?: string | null;
  readonly party: Party;
  readonly kind: UnitKind;
  readonly role: UnitRole;
  readonly regionId: string;
  readonly duties?: readonly string[] | null;
  readonly liaisonName?: string | null;
}

/** Adds a unit. */
export const createUnit = useCase('unitCreate', async (tx, input: Input) => {
  if (!holdsCitywide(tx.viewer, 'COORDINATOR')) throw forbidden('Unit.manage');
  tx.note(...unitTextProblems(input));
  tx.settle();
  const name = cleanText(input.name) ?? '';
  tx.note(await nameTaken(tx, name, null));
  tx.settle();
  const region = await tx.get(Region, regionAccess, input.regionId, { path: 'regionId', lock: 'share' });
  const unit = tx.em.create(Unit, {
    name,
    nameEn: cleanText(input.nameEn),
    party: input.party,
    kind: input.kind,
    role: input.role,
    region,
    duties: (input.duties ?? []).map((duty) => duty.trim()),
    liaisonName: cleanText(input.liaisonName),
  });
  await tx.em.flush();
  tx.subject = { type: 'Unit', id: unit.id };
  return { unit: unit.id };
});
