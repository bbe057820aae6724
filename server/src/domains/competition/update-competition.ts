import { DATE_PHASES } from '@xinghuo/shared/competition/changeable';
import { ruleOf, ruleProblems, type ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { EDITION_DATES, type EditionTexts, editionProblems, replaceHosts } from './competition.rules.ts';
import { COMPETITION_CHANGED, orderProblem } from './step-competition.ts';

interface Input extends EditionTexts {
  readonly id: string;
  readonly version: number;
  readonly hostIds?: readonly string[] | null;
  readonly scoringRule?:
    | ({ readonly [K in keyof ScoringRule]?: ScoringRule[K] | null } & Pick<ScoringRule, 'kind'>)
    | null;
}

/** Changes texts, dates, organisers and the scoring rule of an edition. */
export const updateCompetition = useCase('competitionUpdate', async (tx, input: Input) => {
  const competition = await tx.get(Competition, competitionAccess, input.id, {
    right: 'manage',
    version: input.version,
  });
  tx.note(...editionProblems(input));
  for (const field of ['title', 'titleEn', 'theme', 'themeEn', 'notice', 'noticeEn'] as const) {
    const text = input[field];
    if (typeof text === 'string') competition[field] = text.trim();
  }
  for (const field of EDITION_DATES) {
    const date = input[field];
    if (date === undefined || date?.getTime() === competition[field]?.getTime()) continue;
    if (DATE_PHASES[field].includes(competition.state)) competition[field] = date;
    else tx.note(problem('COMPETITION_STATE', field, { state: competition.state }));
  }
  if (input.scoringRule) await setRule(tx, competition, input.scoringRule);
  tx.settle();
  if (input.hostIds) await replaceHosts(tx, competition, input.hostIds);
  if (competition.state !== 'DRAFT') tx.note(await orderProblem(tx, competition));
  competition.updatedAt = tx.now;
  await tx.publish(COMPETITION_CHANGED, { competitionId: competition.id });
  return { competition: competition.id };
});

/** The official rule is chosen before scoring opens. */
async function setRule(
  tx: Tx,
  competition: Competition,
  given: NonNullable<Input['scoringRule']>,
): Promise<void> {
  const changes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
  const rule = ruleOf(given.kind, changes);
  tx.note(
    ...ruleProblems(rule).map((found) => ({ ...found, path: ['scoringRule', ...found.path.slice(1)] })),
  );
  const [begun] = await tx.query<{ state: string }>(
    sql`select state from round where competition_id = ${competition.id} and state <> 'PLANNED' limit 1`,
  );
  if (begun) tx.note(problem('ROUND_STARTED', 'scoringRule', { state: begun.state }));
  else competition.scoringRule = rule;
}
