import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { OBJECTION_STATES } from '@xinghuo/shared/judging/domain/objection';
import { RESULT_FLAGS } from '@xinghuo/shared/judging/domain/result';
import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import { digestsOf, type Locale, named, shanghaiMinute, type Titled, titled } from './print-words.ts';
import type { ReportFacts } from './report-facts.ts';
import { type ReportTable, withoutEmpty } from './report-table.ts';
import { REPORT_FLAGS, REPORT_WORDS } from './report-words.ts';

type Word = (name: keyof typeof REPORT_WORDS) => string;
/** What a table is made from: the facts, the language, and names by id. */
interface Making {
  readonly facts: ReportFacts;
  readonly locale: Locale;
  readonly word: Word;
  readonly roundOf: (id: string) => string;
  readonly categoryOf: (id: string | null) => string;
}

const numbered = (entry: (Titled & { readonly number: string | null }) | null, locale: Locale): string =>
  entry ? `${entry.number ?? ''} ${titled(entry, locale)}`.trim() : '';

const listed = (words: readonly string[], locale: Locale): string =>
  words.join(locale === 'zh' ? '、' : ', ');

function summary({ facts: { result }, locale, word }: Making): ReportTable {
  const digests = digestsOf(result, locale);
  return {
    title: word('summary'),
    // The ranking carries the one, the publication the other.
    note: digests.map(({ name, is }) => (locale === 'zh' ? `${name}：${is}` : `${name}: ${is}`)).join('\n'),
    columns: [
      { heading: word('item'), weight: 1 },
      { heading: word('value'), weight: 3 },
    ],
    rows: [
      [word('rule'), RULE_KINDS[result.ruleKind][locale]],
      [word('computed'), shanghaiMinute(result.computedAt)],
      [word('frozen'), shanghaiMinute(result.frozenAt)],
      ...digests.map(({ name, digest }) => [name, digest]),
      [word('teams'), String(new Set(result.rows.flatMap(({ entry }) => entry?.team?.id ?? [])).size)],
    ],
  };
}

function participation({ facts, locale, word }: Making): ReportTable {
  return {
    title: word('participation'),
    columns: [
      { heading: word('state'), weight: 3 },
      { heading: word('entries'), places: 0 },
    ],
    rows: facts.entriesByState.map(({ state, count }) => [ENTRY_STATES[state][locale], count]),
  };
}

function categories({ facts: { result }, locale, word }: Making): ReportTable {
  const groups = Map.groupBy(result.rows, ({ category }) => category?.id ?? '');
  return {
    title: word('categories'),
    columns: [
      { heading: word('category'), weight: 3 },
      { heading: word('entries'), places: 0 },
      { heading: word('teams'), places: 0 },
      { heading: word('awarded'), places: 0 },
    ],
    rows: [...groups.values()].map((rows) => [
      titled(rows[0]?.category ?? null, locale),
      rows.length,
      new Set(rows.flatMap(({ entry }) => entry?.team?.id ?? [])).size,
      rows.filter(({ award }) => award !== null).length,
    ]),
  };
}

function rounds({ facts, locale, word }: Making): ReportTable {
  return {
    title: word('rounds'),
    columns: [
      { heading: word('round'), weight: 3 },
      { heading: word('judges'), places: 0 },
      { heading: word('sheets'), places: 0 },
      { heading: word('submitted'), places: 0 },
      { heading: word('recused'), places: 0 },
    ],
    rows: facts.rounds.map(({ round, byJudge, total, submitted, recused }) => [
      titled(round, locale),
      byJudge.filter((judge) => judge.submitted > 0).length,
      total,
      submitted,
      recused,
    ]),
  };
}

function reliability({ facts, word, roundOf }: Making): ReportTable {
  return {
    title: word('reliability'),
    note: word('reliabilityNote'),
    columns: [
      { heading: word('round'), weight: 2 },
      { heading: word('perEntry'), places: 1 },
      { heading: word('oneSheet'), places: 2 },
      { heading: word('absolute'), places: 2 },
      { heading: word('relative'), places: 2 },
      { heading: word('needed'), places: 0 },
    ],
    rows: (facts.result.analysis?.rounds ?? []).map(({ roundId, reliability: of }) => [
      roundOf(roundId),
      of.judgesPerEntry,
      of.agreement,
      of.absolute,
      of.relative,
      of.judgesNeeded,
    ]),
  };
}

function severity({ facts, locale, word, roundOf }: Making): ReportTable {
  const names = new Map(
    facts.rounds.flatMap(({ byJudge }) => byJudge.map((judge) => [judge.code, named(judge, locale)])),
  );
  const ofRounds = facts.result.analysis?.rounds ?? [];
  const flagged = ofRounds.some(({ judges }) => judges.some(({ flags }) => flags.length > 0));
  return {
    title: word('severity'),
    note: flagged ? word('severityNote') : `${word('severityNote')}\n${word('noFlags')}`,
    columns: [
      { heading: word('round'), weight: 1.6 },
      { heading: word('code') },
      { heading: word('judge'), weight: 1.4 },
      { heading: word('sheets'), places: 0 },
      { heading: word('effect'), places: 1 },
      { heading: word('error'), places: 1 },
      { heading: word('mean'), places: 1 },
      { heading: word('deviation'), places: 1 },
      { heading: word('flags'), weight: 1.8, optional: true },
    ],
    rows: ofRounds.flatMap(({ roundId, judges }) =>
      judges.map((judge) => [
        roundOf(roundId),
        judge.judgeCode,
        names.get(judge.judgeCode) ?? '',
        judge.sheets,
        judge.severity,
        judge.standardError,
        judge.mean,
        judge.deviation,
        listed(
          judge.flags.map(({ kind }) => REPORT_FLAGS[kind]?.[locale] ?? kind),
          locale,
        ),
      ]),
    ),
  };
}

function lines({ facts: { result }, locale, word, categoryOf }: Making): ReportTable {
  return {
    title: word('lines'),
    note: word('linesNote'),
    columns: [
      { heading: word('award'), weight: 1.6 },
      { heading: word('category'), weight: 2 },
      { heading: word('quota'), places: 0 },
      { heading: word('given'), places: 0 },
      { heading: word('line'), places: result.rule.decimals },
      { heading: word('inseparable'), places: 0 },
      { heading: word('wrong'), places: 2 },
    ],
    rows: result.awardLines.map((line) => {
      const doubt = result.analysis?.lines.find(
        ({ awardId, categoryId }) => awardId === line.awardId && categoryId === line.categoryId,
      );
      return [
        titled({ title: line.awardTitle, titleEn: line.awardTitleEn }, locale),
        categoryOf(line.categoryId),
        line.quota,
        line.given.length,
        line.line === null ? null : Number(line.line),
        doubt?.inseparable.length ?? null,
        doubt?.expectedWrong ?? null,
      ];
    }),
  };
}

/** Who got what, and what a reader should look at: by category and place. */
function awards({ facts: { result }, locale, word }: Making): ReportTable {
  const rows = result.rows.filter(({ award }) => award !== null);
  return {
    title: word('awards'),
    columns: [
      { heading: word('category'), weight: 1.8 },
      { heading: word('award'), weight: 1.6 },
      { heading: word('entry'), weight: 3.4 },
      { heading: word('team'), weight: 2.6 },
      { heading: word('total'), places: result.rule.decimals, weight: 0.8 },
      { heading: word('flags'), weight: 1.4, optional: true },
    ],
    rows: rows.map(({ category, award, entry, total, flags }) => [
      titled(category, locale),
      titled(award, locale),
      numbered(entry, locale),
      named(entry?.team, locale),
      total === null ? null : Number(total),
      listed(
        (flags ?? []).map((flag) => RESULT_FLAGS[flag][locale]),
        locale,
      ),
    ]),
  };
}

function deliberation({ facts, locale, word }: Making): ReportTable {
  const award = (of: Titled | null): string => (of ? titled(of, locale) : word('none'));
  return {
    title: word('deliberation'),
    columns: [
      { heading: word('entry'), weight: 3 },
      { heading: word('from') },
      { heading: word('to') },
      { heading: word('reason'), weight: 4 },
    ],
    rows: facts.decisions.map(({ entry, from, to, reason }) => [
      numbered(entry, locale),
      award(from),
      award(to),
      reason,
    ]),
  };
}

function objections({ facts, locale, word }: Making): ReportTable {
  return {
    title: word('objections'),
    columns: [
      { heading: word('received'), weight: 1.4 },
      { heading: word('entry'), weight: 2 },
      { heading: word('objection'), weight: 4 },
      { heading: word('state'), weight: 1.2 },
      { heading: word('decision'), weight: 4 },
      { heading: word('decided'), weight: 1.4 },
    ],
    rows: facts.objections.map((one) => [
      shanghaiMinute(one.createdAt),
      numbered(one.entry, locale),
      one.text,
      OBJECTION_STATES[one.state][locale],
      one.decision ?? '',
      shanghaiMinute(one.decidedAt),
    ]),
  };
}

/** The report as tables in their order; the same for paper and workbook. */
export function reportTables(facts: ReportFacts, locale: Locale): readonly ReportTable[] {
  const word: Word = (name) => REPORT_WORDS[name][locale];
  const titles = new Map(
    facts.rounds.flatMap(({ round }) => (round ? [[round.id, titled(round, locale)]] : [])),
  );
  const categoryTitles = new Map(
    facts.result.rows.flatMap(({ category }) => (category ? [[category.id, titled(category, locale)]] : [])),
  );
  const making: Making = {
    facts,
    locale,
    word,
    roundOf: (id) => titles.get(id) ?? '',
    categoryOf: (id) => (id === null ? word('all') : (categoryTitles.get(id) ?? '')),
  };
  return [
    summary,
    participation,
    categories,
    rounds,
    reliability,
    severity,
    lines,
    awards,
    deliberation,
    objections,
  ].map((table) => withoutEmpty(table(making)));
}
