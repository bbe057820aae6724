import type { AwardScope, TieAtLine } from '@xinghuo/shared/competition/competition';
import type { AwardView } from './edition-types.ts';
import { plainDecimal } from './round-drafts.ts';

/** An award in the editor; `id` is null for one that is new, `minimumTotal` empty where there is no limit. */
export interface AwardDraft {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly titleEn: string;
  readonly basis: string;
  readonly basisEn: string;
  readonly scope: AwardScope;
  readonly quota: number;
  readonly minimumTotal: string;
  readonly tieAtLine: TieAtLine;
}

/** The awards of an edition in the editor. */
export function awardDrafts(awards: readonly AwardView[]): readonly AwardDraft[] {
  return awards.map(({ id, title, titleEn, basis, basisEn, scope, quota, minimumTotal, tieAtLine }) => ({
    key: id,
    id,
    title,
    titleEn,
    basis,
    basisEn,
    scope,
    quota,
    minimumTotal: minimumTotal === null ? '' : plainDecimal(minimumTotal),
    tieAtLine,
  }));
}

/** The awards as the contract takes them. */
export function awardInputs(drafts: readonly AwardDraft[]) {
  return drafts.map(({ key: _key, minimumTotal, ...award }) => ({
    ...award,
    minimumTotal: minimumTotal === '' ? null : minimumTotal,
  }));
}
