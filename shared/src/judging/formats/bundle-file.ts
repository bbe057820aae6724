import { valuesOf } from '../../kernel/label.ts';
import type { AssignmentClaim } from '../assignment/verify.ts';
import { RULE_KINDS, type RuleKind } from '../scoring/rules.ts';
import type { AwardInput, CompetitionInput, RoundInput, SheetInput, TieBreak } from '../scoring/types.ts';
import { Shape } from './shape.ts';

function sheet(s: Shape): SheetInput {
  const marks = s.get('marks');
  return {
    judge: s.get('judge').text(),
    entry: s.get('entry').text(),
    marks: Object.fromEntries(marks.keys().map((key) => [key, marks.get(key).text()])),
    ...(s.get('order').absent ? {} : { order: s.get('order').number() }),
  };
}

function round(r: Shape): RoundInput {
  return {
    id: r.get('id').text(),
    weight: r.get('weight').text(),
    criteria: r
      .get('criteria')
      .list()
      .map((c) => ({ id: c.get('id').text(), weight: c.get('weight').text(), max: c.get('max').text() })),
    sheets: r.get('sheets').list().map(sheet),
  };
}

function tieBreak(t: Shape): TieBreak {
  const by = t.get('by').oneOf(['ROUND', 'CRITERION'] as const);
  const id = t.get('round').text();
  return by === 'ROUND' ? { by, round: id } : { by, round: id, criterion: t.get('criterion').text() };
}

function award(a: Shape): AwardInput {
  return {
    id: a.get('id').text(),
    scope: a.get('scope').oneOf(['CATEGORY', 'OVERALL'] as const),
    quota: a.get('quota').number(),
    tieAtLine: a.get('tieAtLine').oneOf(['SHARE', 'DELIBERATE'] as const),
    ...(a.get('category').absent ? {} : { category: a.get('category').text() }),
    ...(a.get('minimumTotal').absent ? {} : { minimumTotal: a.get('minimumTotal').text() }),
  };
}

/** Reads the input of a result from plain data, such as a bundle’s or a canonical text’s. Throws `JudgingInputError`. */
export function readCompetitionInput(data: unknown): CompetitionInput {
  const input = new Shape(data, ['input']);
  const rule = input.get('rule');
  return {
    rule: {
      kind: rule.get('kind').oneOf<RuleKind>(valuesOf<RuleKind>(RULE_KINDS)),
      dropHigh: rule.get('dropHigh').number(),
      dropLow: rule.get('dropLow').number(),
      minimumKept: rule.get('minimumKept').number(),
      decimals: rule.get('decimals').number(),
      rounding: rule.get('rounding').oneOf(['HALF_UP', 'HALF_EVEN'] as const),
    },
    entries: input
      .get('entries')
      .list()
      .map((e) => ({
        id: e.get('id').text(),
        category: e.get('category').text(),
        ...(e.get('eliminated').absent ? {} : { eliminated: e.get('eliminated').flag() }),
      })),
    rounds: input.get('rounds').list().map(round),
    tieBreaks: input.get('tieBreaks').list().map(tieBreak),
    awards: input.get('awards').list().map(award),
    deliberation: input
      .get('deliberation')
      .list()
      .map((d) => ({
        entry: d.get('entry').text(),
        award: d.get('award').absent ? null : d.get('award').text(),
        reason: d.get('reason').text(),
      })),
  };
}

/** Reads an assignment as `xinghuo assign` printed it. Ids may be numbers. Throws `JudgingInputError`. */
export function readAssignmentClaim(data: unknown): AssignmentClaim {
  const claim = new Shape(data);
  const id = (s: Shape): string => (typeof s.value === 'number' ? String(s.value) : s.text());
  const proof = claim.get('proof');
  const levels = (key: string): (number | null)[] =>
    proof
      .get(key)
      .list()
      .map((l) => (l.absent ? null : l.number()));
  const prices = (key: string): number[] =>
    proof
      .get(key)
      .list()
      .map((p) => p.number());
  return {
    pairs: claim
      .get('pairs')
      .list()
      .map((pair) => {
        const [entry, judge, ...more] = pair.list();
        if (!entry || !judge || more.length > 0) return pair.fail('a pair [entry, judge]');
        return [id(entry), id(judge)] as const;
      }),
    affinity: claim.get('affinity').number(),
    proof: {
      levels: levels('levels'),
      prices: prices('prices'),
      missingLevels: levels('missingLevels'),
      missingPrices: prices('missingPrices'),
    },
  };
}
