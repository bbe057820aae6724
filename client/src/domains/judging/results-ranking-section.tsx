import { DownloadOutlined, PictureOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useStored } from '#client/ui/core/stored.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { exportAddress } from '#client/ui/list/list-state.ts';
import { Section } from '#client/ui/show/page.tsx';
import { DeliberationDialog } from './deliberation-dialog.tsx';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import { type Analysis, groupParts, intervalOf, linesOf } from './results-analysis.ts';
import { placesByRule } from './results-beside.ts';
import { RULES_BESIDE } from './results-documents.ts';
import { RankingFigures } from './results-figures.tsx';
import { imageItems, rankingSvg, savePicture } from './results-image.ts';
import { advancingByRank, type RankLine, rankedRows, ranking } from './results-ranking.ts';
import { scaleOf } from './results-scale.ts';
import { rankedCategories } from './results-scope.ts';
import { RankingPicture } from './results-table.tsx';
import { awardLines, decimalsOf, type OfficialResult, type ResultRow } from './results-view.ts';

/** The choice of category, as links: each ranking has its address. */
function Categories(props: {
  categories: readonly JudgingEdition['categories'][number][];
  value: string;
}): ReactNode {
  const { categories, value } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const to = (code: string): string => {
    const next = new URLSearchParams(params);
    next.set('category', code);
    return `${pathname}?${next}`;
  };
  return (
    <nav className="xj-chips" aria-label={t('assignment.category')}>
      {[
        ...categories.map((one) => ({ code: one.code as string, title: titleOf(one) })),
        { code: 'overall', title: t('results.overall') },
      ].map(({ code, title }) => (
        <Link key={code} to={to(code)} replace preventScrollReset aria-current={code === value || undefined}>
          {title}
        </Link>
      ))}
    </nav>
  );
}

/** The rules that somebody wants to see beside the official one, as kept in the browser. */
function readRules(kept: unknown): readonly RuleKind[] | undefined {
  return Array.isArray(kept) ? valuesOf(RULE_KINDS).filter((kind) => kept.includes(kind)) : undefined;
}

/** One ranking of a result: a category or all of them, as a picture or as figures. */
export function RankingSection(props: {
  edition: JudgingEdition;
  result: OfficialResult;
  /** The round the result is of; null for the edition. */
  roundId: string | null;
  /** How sure it is; null while it is loaded, or without one. */
  analysis: Analysis | null;
}): ReactNode {
  const { edition, result, roundId, analysis } = props;
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const label = useLabel();
  const titleOf = useTitleOf();
  const manage = useCan()('result.manage');
  const [params, setParams] = useSearchParams();
  const [compared, setCompared] = useStored<readonly RuleKind[]>('results-rules', [], readRules);
  const [deliberating, setDeliberating] = useState<ResultRow>();
  const beside = useQuery(RULES_BESIDE, { variables: { batch: result.batch } });
  const categories = useMemo(() => rankedCategories(edition.categories, result.rows), [edition, result]);
  const asked = params.get('category') ?? categories[0]?.code ?? 'overall';
  const category = edition.categories.find(({ code }) => code === asked) ?? null;
  const categoryId = category?.id ?? null;
  const asTable = params.get('view') === 'table';
  const round = edition.rounds.find(({ id }) => id === roundId);
  const rounds = round ? [round] : edition.rounds;
  const decimals = decimalsOf(result.rule);

  const lines = useMemo<readonly RankLine[]>(() => {
    const quota = round?.advancePerCategory ?? null;
    if (!round) return awardLines(result, categoryId, titleOf);
    if (quota === null || categoryId === null) return [];
    const rows = result.rows.filter((row) => row.category?.id === categoryId);
    const { advanced, tied } = advancingByRank(rows, quota);
    return [
      {
        id: 'advance',
        title: t('results.advanceLine'),
        given: advanced,
        undecided: tied.get(categoryId) ?? [],
        quota,
        score: null,
      },
    ];
  }, [result, categoryId, round, t, titleOf]);
  const rows = useMemo(() => rankedRows(result.rows, categoryId), [result, categoryId]);
  const items = useMemo(() => ranking(result.rows, categoryId, lines), [result, categoryId, lines]);
  const scale = useMemo(
    () =>
      scaleOf(
        rows.flatMap((row) => [
          ...(row.sheetTotals ?? []).map(({ value }) => Number(value)),
          ...(row.total === null ? [] : [Number(row.total)]),
        ]),
      ),
    [rows],
  );
  const places = useMemo(
    () => placesByRule(beside.data?.results.nodes ?? [], categoryId === null),
    [beside.data, categoryId],
  );
  const sure = useMemo(
    () => new Map((analysis?.entries ?? []).map((entry) => [entry.entryId, entry] as const)),
    [analysis],
  );
  const brackets = useMemo(
    () =>
      groupParts(
        rows.map(({ entry }) => entry?.id ?? ''),
        new Set((analysis ? linesOf(analysis, categoryId) : []).flatMap(({ inseparable }) => inseparable)),
      ),
    [rows, analysis, categoryId],
  );
  const inseparable = useMemo(
    () =>
      new Map(
        (analysis ? linesOf(analysis, categoryId) : []).map((line) => [
          line.awardId ?? 'advance',
          line.inseparable.length,
        ]),
      ),
    [analysis, categoryId],
  );
  const open = edition.state === 'DELIBERATION' || edition.state === 'PUBLICISED';
  const filter = {
    result: { eq: result.id },
    ...(categoryId === null ? {} : { category: { eq: categoryId } }),
  };
  const lang = language === 'en' ? 'en' : 'zh';
  const print = `/print/rankings/${result.id}.pdf?lang=${lang}${categoryId === null ? '' : `&category=${categoryId}`}`;
  const shared = {
    items,
    rounds,
    places,
    scale,
    decimals,
    count: rows.length,
    edition,
    sure,
    brackets,
    inseparable,
    overall: categoryId === null,
    compared,
    onDeliberate: manage && roundId === null && open ? setDeliberating : undefined,
  };
  const save = async (): Promise<void> => {
    const of = category ? titleOf(category) : t('results.overall');
    const title = t('analysis.imageTitle', { edition: titleOf(edition), of });
    await savePicture(
      rankingSvg({
        title,
        heads: [
          t('results.place'),
          t('results.entry'),
          t('results.score'),
          t('results.marks'),
          t('analysis.interval'),
          t('results.award'),
        ],
        scale,
        count: rows.length,
        legend: `${rounds.length > 1 ? t('results.legendRounds') : t('results.legend')} ${t('analysis.legend')}`,
        items: imageItems(
          items,
          (row, rank) => {
            const own = sure.get(row.entry?.id ?? '');
            return {
              place: rank === null ? t('results.unplaced') : String(rank),
              title: row.entry ? `${row.entry.number ?? ''} ${titleOf(row.entry)}` : '',
              note: '',
              score: formatNumber(row.total, decimals),
              total: row.total === null ? null : Number(row.total),
              award: row.award ? titleOf(row.award) : '',
              dots: (row.sheetTotals ?? []).map(({ value, counted }) => ({ value: Number(value), counted })),
              interval: own ? intervalOf(own, categoryId === null) : null,
              doubtful: (brackets.get(row.entry?.id ?? '') ?? 'none') !== 'none',
            };
          },
          (line) =>
            line.score === null
              ? t('results.lineOf', { title: line.title, count: line.given.length, quota: line.quota })
              : t('results.lineAt', {
                  title: line.title,
                  score: formatNumber(line.score, decimals),
                  count: line.given.length,
                  quota: line.quota,
                }),
        ),
      }),
      title,
    );
  };
  return (
    <>
      <Categories categories={categories} value={category?.code ?? 'overall'} />
      <Section
        title={category ? titleOf(category) : t('results.overall')}
        flush
        extra={
          <div className="xj-bar">
            <Segmented
              aria-label={t('results.view')}
              value={asTable ? 'table' : 'picture'}
              onChange={(view) =>
                setParams(
                  (before) => {
                    if (view === 'table') before.set('view', 'table');
                    else before.delete('view');
                    return before;
                  },
                  { replace: true, preventScrollReset: true },
                )
              }
              options={[
                { value: 'picture', label: t('results.asPicture') },
                { value: 'table', label: t('results.asTable') },
              ]}
            />
            <Select
              mode="multiple"
              aria-label={t('analysis.compare')}
              placeholder={t('analysis.compare')}
              className="xj-compare"
              maxTagCount="responsive"
              value={[...compared]}
              onChange={setCompared}
              options={valuesOf(RULE_KINDS)
                .filter((kind) => kind !== result.ruleKind)
                .map((kind) => ({ value: kind, label: label(RULE_KINDS[kind]) }))}
            />
            <Button icon={<PictureOutlined />} onClick={() => void save()}>
              {t('analysis.image')}
            </Button>
            <Button icon={<PrinterOutlined />} href={print} target="_blank">
              {t('results.print')}
            </Button>
            <Button
              icon={<DownloadOutlined />}
              href={exportAddress('/exports/resultRows.xlsx', filter, undefined, language)}
              download
            >
              {t('results.export')}
            </Button>
          </div>
        }
      >
        {asTable ? <RankingFigures {...shared} /> : <RankingPicture {...shared} />}
        <p className="xh-hint xj-pad">
          {rounds.length > 1 ? t('results.legendRounds') : t('results.legend')}{' '}
          {analysis ? t('analysis.legend') : null}
        </p>
      </Section>
      {deliberating ? (
        <DeliberationDialog
          edition={edition}
          rows={result.rows}
          row={deliberating}
          onClose={() => setDeliberating(undefined)}
        />
      ) : null}
    </>
  );
}
