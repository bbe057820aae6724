import '../library.css';
import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { exportAddress } from '#client/ui/list/list-state.ts';
import { EmptyState, ErrorState, LoadingState } from '#client/ui/show/states.tsx';
import { EXEMPLAR_COUNTS, EXEMPLARS } from '../documents.ts';
import { wordsOf } from '../words.ts';

const CODES = valuesOf(CATEGORIES);
const PAGE = 20;
/** The source reaches back to here. */
const FIRST_YEAR = 2014;

function isCategory(code: string | null): code is CategoryCode {
  return code !== null && code in CATEGORIES;
}

/** The search words, asked for when one stops typing. */
function SearchBox(props: { value: string; onChange: (words: string) => void }): ReactNode {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState(props.value);
  useEffect(() => setTyped(props.value), [props.value]);
  const { value, onChange } = props;
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      placeholder={t('search')}
      aria-label={t('search')}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** Browsing the library: categories with their counts, words, year; everything in the address. `base` is its path. */
export function LibraryView({ base }: { base: '/library' | '/exemplars' }): ReactNode {
  const { t } = useTranslation('library');
  const label = useLabel();
  const language = useLanguage();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const asked = params.get('category');
  const category = isCategory(asked) ? asked : undefined;
  const words = params.get('q') ?? '';
  const year = Number(params.get('year')) || undefined;
  const change = (name: string, value: string): void =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const filter = {
    ...(words ? { search: words } : {}),
    ...(category ? { category: { eq: category } } : {}),
    ...(year ? { year: { eq: year } } : {}),
  };
  const counts = useQuery(EXEMPLAR_COUNTS);
  const result = useQuery(EXEMPLARS, { variables: { first: PAGE, filter } });
  const data = result.data ?? result.previousData;
  const rows = data?.exemplarProjects.nodes ?? [];
  const narrowed = words !== '' || category !== undefined || year !== undefined;
  const total = CODES.reduce((sum, code) => sum + (counts.data?.[code]?.totalCount ?? 0), 0);
  const address = (code: CategoryCode | undefined): string => {
    const next = new URLSearchParams(params);
    if (code) next.set('category', code);
    else next.delete('category');
    return `${base}${next.size > 0 ? `?${next}` : ''}`;
  };
  const line = (
    code: CategoryCode | undefined,
    name: string,
    count: number | null | undefined,
  ): ReactNode => (
    <li key={code ?? 'all'}>
      <Link to={address(code)} replace aria-current={code === category ? 'page' : undefined}>
        <span>{name}</span>
        {counts.data ? <small>{formatNumber(count)}</small> : null}
      </Link>
    </li>
  );
  const thisYear = new Date().getFullYear();
  return (
    <div className="xh-library">
      <nav className="xh-library-categories" aria-label={t('categories')}>
        <ul>
          {line(undefined, t('all'), total)}
          {CODES.map((code) => line(code, label(CATEGORIES[code]), counts.data?.[code]?.totalCount))}
        </ul>
      </nav>
      <div>
        <div className="xh-library-bar">
          <SearchBox value={words} onChange={(next) => change('q', next)} />
          <Select
            value={year ?? null}
            allowClear
            placeholder={t('anyYear')}
            aria-label={t('year')}
            options={Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_none, index) => ({
              value: thisYear - index,
              label: String(thisYear - index),
            }))}
            onChange={(next: number | null | undefined) => change('year', next ? String(next) : '')}
          />
          <span className="xh-hint" aria-live="polite">
            {data ? t('count', { count: data.exemplarProjects.totalCount ?? 0 }) : ''}
          </span>
          {viewer ? (
            <Button
              icon={<DownloadOutlined />}
              href={exportAddress('/exports/exemplarProjects.xlsx', filter, undefined, language)}
              download
              aria-label={t('export')}
              title={t('export')}
            />
          ) : null}
        </div>
        {result.error ? (
          <ErrorState error={result.error} onRetry={() => void result.refetch().catch(() => undefined)} />
        ) : null}
        {!data && !result.error ? <LoadingState /> : null}
        {data && rows.length === 0 ? (
          <EmptyState
            title={narrowed ? t('none') : t('empty')}
            hint={narrowed ? t('noneHint') : t('emptyHint')}
            action={narrowed ? <Link to={base}>{t('clear')}</Link> : undefined}
          />
        ) : null}
        <ul className={result.loading ? 'xh-library-cards xh-rows-busy' : 'xh-library-cards'}>
          {rows.map((project) => {
            const { title, summary } = wordsOf(project, language);
            return (
              <li key={project.id}>
                <h2>
                  <Link to={`${base}/${project.id}`} className="xh-row-title">
                    {title}
                  </Link>
                </h2>
                <p className="xh-hint">
                  {[
                    label(CATEGORIES[project.category]),
                    project.region,
                    project.organisation,
                    project.year ? String(project.year) : '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </p>
                <p className="xh-library-excerpt">{summary}</p>
                {project.replicablePoints.length > 0 ? (
                  <p className="xh-hint">{t('pointCount', { count: project.replicablePoints.length })}</p>
                ) : null}
              </li>
            );
          })}
        </ul>
        {data?.exemplarProjects.pageInfo.hasNextPage ? (
          <p className="xh-library-more">
            <Button
              loading={result.loading}
              onClick={() =>
                void result
                  .fetchMore({
                    variables: { after: data.exemplarProjects.pageInfo.endCursor ?? null },
                    updateQuery: (before, { fetchMoreResult: more }) => ({
                      exemplarProjects: {
                        ...more.exemplarProjects,
                        nodes: [...before.exemplarProjects.nodes, ...more.exemplarProjects.nodes],
                      },
                    }),
                  })
                  .catch(() => undefined)
              }
            >
              {t('more')}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
