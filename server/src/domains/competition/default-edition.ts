import type { AwardScope, RoundKind, TieAtLine } from '@xinghuo/shared/competition/competition';
import type { CriterionDraft, GuidanceBand } from '@xinghuo/shared/competition/rubric';
import { givenDocument } from '../../platform/given-data.ts';

/** A round with its criteria, as a new edition begins with it. Decimals are text. */
export interface RoundPlan {
  readonly kind: RoundKind;
  readonly title: string;
  readonly titleEn: string;
  readonly weight: string;
  readonly judgesPerEntry: number;
  readonly advancePerCategory: number | null;
  readonly criteria: readonly CriterionDraft[];
}

/** An award as a new edition begins with it. */
export interface AwardPlan {
  readonly title: string;
  readonly titleEn: string;
  readonly basis: string;
  readonly basisEn: string;
  readonly scope: AwardScope;
  readonly quota: number;
  readonly minimumTotal: string | null;
  readonly tieAtLine: TieAtLine;
}

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

interface RubricFile {
  readonly rounds: readonly {
    readonly code: RoundKind;
    readonly name: Bilingual;
    readonly weight: number;
    readonly judgesPerEntry: number;
    readonly criteria: readonly {
      readonly code: string;
      readonly name: Bilingual;
      readonly description: Bilingual;
      readonly weight: number;
      readonly maxMark: string;
      readonly step: string;
      readonly guidance: readonly {
        readonly from: string;
        readonly to: string;
        readonly label: Bilingual;
        readonly behaviour: Bilingual;
        readonly example?: Bilingual;
      }[];
    }[];
  }[];
}

/** Entries of each category that go on from a round that is not the last, unless said otherwise. */
const ADVANCE = 6;

/** The usual rounds and criteria: documents 40, presentation 60. */
export async function usualRounds(): Promise<readonly RoundPlan[]> {
  const file = await givenDocument<RubricFile>('rubrics.json');
  return file.rounds.map((round, i) => ({
    kind: round.code,
    title: round.name.zh,
    titleEn: round.name.en,
    weight: String(round.weight),
    judgesPerEntry: round.judgesPerEntry,
    advancePerCategory: i + 1 < file.rounds.length ? ADVANCE : null,
    criteria: round.criteria.map((criterion) => ({
      code: criterion.code,
      title: criterion.name.zh,
      titleEn: criterion.name.en,
      description: criterion.description.zh,
      descriptionEn: criterion.description.en,
      weight: String(criterion.weight),
      max: criterion.maxMark,
      step: criterion.step,
      bands: criterion.guidance.map(
        ({ from, to, label, behaviour, example }): GuidanceBand => ({
          from,
          to,
          label: label.zh,
          labelEn: label.en,
          text: behaviour.zh,
          textEn: behaviour.en,
          example: example?.zh ?? '',
          exampleEn: example?.en ?? '',
        }),
      ),
    })),
  }));
}

const award = (title: string, titleEn: string, quota: number): AwardPlan => ({
  title,
  titleEn,
  basis: '',
  basisEn: '',
  scope: 'CATEGORY',
  quota,
  minimumTotal: null,
  tieAtLine: 'DELIBERATE',
});

/** The usual awards of each category. */
export const USUAL_AWARDS: readonly AwardPlan[] = [
  award('金奖', 'Gold Award', 1),
  award('银奖', 'Silver Award', 2),
  award('铜奖', 'Bronze Award', 3),
];
