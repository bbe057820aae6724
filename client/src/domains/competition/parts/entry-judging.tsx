import { useQuery } from '@apollo/client/react';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { Tooltip } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { ENTRY_SHEETS } from '../documents/entry.ts';
import { type MarkTable, markTables } from '../mark-table.ts';
import { useEditionTitle } from './edition-gate.tsx';
import { EntryResult } from './entry-result.tsx';

/** The sheets and marks of an entry, round by round, as far as the viewer may see them. */
export function EntryJudging(props: { entryId: string; competitionId: string }): ReactNode {
  const { t } = useTranslation('competition');
  const result = useQuery(ENTRY_SHEETS, {
    variables: { filter: { entry: { eq: props.entryId } } },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <>
      <EntryResult entryId={props.entryId} competitionId={props.competitionId} />
      <Loaded result={result}>
        {({ scoreSheets }) => {
          const tables = markTables(scoreSheets.nodes);
          if (tables.length === 0) return <EmptyState title={t('marks.none')} hint={t('marks.noneHint')} />;
          return tables.map((table) => <RoundMarks key={table.round.id} table={table} />);
        }}
      </Loaded>
    </>
  );
}

function RoundMarks({ table }: { table: MarkTable }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const titleOf = useEditionTitle();
  const { round, sheets, open } = table;
  return (
    <Section title={titleOf(round)} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="xh-wide" tabIndex={0} aria-label={titleOf(round)}>
        <table className="xc-table xc-marks">
          <thead>
            <tr>
              <th scope="col">{t('marks.criterion')}</th>
              {sheets.map(({ id, judge, judgeCode }) => (
                <th key={id} scope="col">
                  {judge ? (language === 'en' && judge.nameEn ? judge.nameEn : judge.name) : judgeCode}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('marks.state')}</th>
              {sheets.map(({ id, state, recusedReason }) => (
                <td key={id}>
                  {recusedReason ? (
                    <Tooltip title={recusedReason}>{label(SHEET_STATES[state])}</Tooltip>
                  ) : (
                    label(SHEET_STATES[state])
                  )}
                </td>
              ))}
            </tr>
            {open ? (
              <Fragment>
                {round.criteria.map((criterion) => (
                  <tr key={criterion.id}>
                    <th scope="row">
                      {titleOf(criterion)}{' '}
                      <span className="xh-hint">
                        {formatNumber(criterion.weight)} % · 0–{formatNumber(criterion.max)}
                      </span>
                    </th>
                    {sheets.map(({ id, marks }) => {
                      const mark = marks.find(({ criterionId }) => criterionId === criterion.id);
                      return (
                        <td key={id}>
                          {mark ? formatNumber(mark.value) : NOTHING}
                          {mark?.comment ? <p className="xh-hint">{mark.comment}</p> : null}
                        </td>
                      );
                    })}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('marks.total')}</th>
                  {sheets.map(({ id, total }) => (
                    <td key={id}>
                      <b>{formatNumber(total, 2)}</b>
                    </td>
                  ))}
                </tr>
                <tr>
                  <th scope="row">{t('marks.remark')}</th>
                  {sheets.map(({ id, remark }) => (
                    <td key={id} className="xc-remark">
                      {remark || NOTHING}
                    </td>
                  ))}
                </tr>
              </Fragment>
            ) : null}
            <tr>
              <th scope="row">{t('marks.submittedAt')}</th>
              {sheets.map(({ id, submittedAt }) => (
                <td key={id}>{formatDateTime(submittedAt)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {open ? null : <p className="xc-none">{t('marks.noMarks')}</p>}
    </Section>
  );
}
