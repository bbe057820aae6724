import type { UnitCreateInput } from '#client/__generated__/graphql.ts';
import type { UnitValues } from './parts/unit-form.tsx';

/** The form as the contract takes it. Its rules let nobody submit without the choices; the server would say so, too. */
export function requiredUnit(values: UnitValues): UnitCreateInput {
  const { party, kind, role, regionId } = values;
  if (!party || !kind || !role || !regionId) throw new Error('The form let an incomplete unit through');
  return { ...values, duties: [...values.duties], party, kind, role, regionId };
}
