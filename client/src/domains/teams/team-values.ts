import type { ApplicantKind, ServiceType, TeamKind } from '@xinghuo/shared/teams/team';
import type { TeamCreateInput, TeamUpdateInput } from '#client/__generated__/graphql.ts';

/** What the form of a team holds; choices are undefined until they are made. */
export interface TeamValues {
  readonly number: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: TeamKind | undefined;
  readonly applicantKind: ApplicantKind | undefined;
  readonly unitId: string | null | undefined;
  readonly regionId: string | undefined;
  readonly serviceTypes: readonly ServiceType[];
  readonly founded: string | null | undefined;
  readonly intro: string;
  readonly leaderName: string;
  readonly memberCount: number | null;
  readonly activeMonths: number | null;
  readonly serviceMinutes: number | null;
}

interface Chosen {
  readonly kind: TeamKind;
  readonly applicantKind: ApplicantKind;
  readonly regionId: string;
}

function chosen({ kind, applicantKind, regionId }: TeamValues): Chosen {
  if (!kind || !applicantKind || !regionId) throw new Error('The form let an incomplete team through');
  return { kind, applicantKind, regionId };
}

/** The form of a new team as the contract takes it; a blank number asks for one. */
export function teamCreateInput(values: TeamValues): TeamCreateInput {
  const { number, name, nameEn, unitId, serviceTypes, founded, intro, leaderName, memberCount } = values;
  return {
    ...chosen(values),
    ...(number.trim() ? { number: number.trim() } : {}),
    name,
    nameEn,
    unitId: unitId ?? null,
    serviceTypes: [...serviceTypes],
    founded: founded ?? null,
    intro,
    leaderName,
    memberCount,
  };
}

/** Changes as the contract takes them: with `limited` only what a team's own people may change. */
export function teamUpdateInput(
  at: { readonly id: string; readonly version: number },
  values: TeamValues,
  limited: boolean,
): TeamUpdateInput {
  const { nameEn, serviceTypes, intro } = values;
  const own = { ...at, nameEn, serviceTypes: [...serviceTypes], intro };
  if (limited) return own;
  const { name, unitId, founded, memberCount, activeMonths, serviceMinutes } = values;
  return {
    ...own,
    ...chosen(values),
    name,
    unitId: unitId ?? null,
    founded: founded ?? null,
    memberCount,
    activeMonths,
    serviceMinutes,
  };
}

/** Hours as people write them, from minutes: at most two decimals. */
export function hoursOf(minutes: number | null | undefined): number | null {
  return minutes === null || minutes === undefined ? null : Math.round((minutes / 60) * 100) / 100;
}

/** Whole minutes from hours as written. */
export function minutesOf(hours: number | null | undefined): number | null {
  return hours === null || hours === undefined ? null : Math.round(hours * 60);
}
