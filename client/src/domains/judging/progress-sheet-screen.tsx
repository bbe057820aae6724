import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { SHEET_LIFECYCLE, SHEET_STATES, type SheetEvent } from '@xinghuo/shared/judging/domain/score-sheet';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SheetPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatMinutes, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { useTitleOf } from './edition-page.tsx';
import { SHEET_TONES } from './judging-tones.ts';
import { SHEET, SHEET_REOPEN } from './progress-documents.ts';
import { SheetRemark } from './progress-remark.tsx';
import './judging.css';

type Sheet = NonNullable<SheetPageQuery['scoreSheet']>;
const isReopen = (event: string): event is Extract<SheetEvent, 'reopen'> => event === 'reopen';

function Marks({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  return (
    <Section title={t('progress.marks')} flush>
      <div className="xh-wide">
        <table className="xj-table">
          <thead>
            <tr>
              <th scope="col">{t('progress.criterion')}</th>
              <th scope="col" className="xj-right">
                {t('progress.weight')}
              </th>
              <th scope="col" className="xj-right">
                {t('progress.mark')}
              </th>
              <th scope="col">{t('progress.comment')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.criteria.map((criterion) => {
              const mark = sheet.marks.find(({ criterionId }) => criterionId === criterion.id);
              return (
                <tr key={criterion.id}>
                  <th scope="row">{titleOf(criterion)}</th>
                  <td className="xj-right">{formatNumber(criterion.weight)} %</td>
                  <td className="xj-right">
                    {formatNumber(mark?.value)} / {formatNumber(criterion.max)}
                  </td>
                  <td>{mark?.comment ?? ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** One score sheet as the office sees it; a submitted one can be given back to its judge with a reason. */
export default function ProgressSheetScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const language = useLanguage();
  const titleOf = useTitleOf();
  const { id = '' } = useParams();
  const result = useQuery(SHEET, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [reopen] = useWrite(SHEET_REOPEN);
  return (
    <Loaded result={result}>
      {({ scoreSheet: sheet }) => {
        if (!sheet) return <Missing />;
        const judge = `${sheet.judgeCode} ${(language === 'en' && sheet.judge?.nameEn) || (sheet.judge?.name ?? '')}`;
        const title = sheet.entry ? titleOf(sheet.entry) : NOTHING;
        return (
          <DetailPage
            title={title}
            code={sheet.entry?.number ?? ''}
            backTo={`/judging?tab=sheets&round=${sheet.round?.id ?? ''}`}
            state={<StateTag of={SHEET_STATES} tones={SHEET_TONES} value={sheet.state} />}
            actions={
              <Button
                icon={<PrinterOutlined />}
                href={`/print/score-sheets/${id}.pdf?lang=${language === 'en' ? 'en' : 'zh'}`}
                target="_blank"
              >
                {t('progress.print')}
              </Button>
            }
            transitions={
              <TransitionBar
                table={SHEET_LIFECYCLE}
                choices={sheet.availableTransitions.flatMap((choice) =>
                  isReopen(choice.event) ? [{ ...choice, event: choice.event }] : [],
                )}
                name={title}
                run={(_event, reason) =>
                  reopen({ input: { id, version: sheet.version, reason: reason ?? '' } })
                }
                confirm={() => t('progress.confirmReopen', { judge, title })}
              />
            }
            facts={[
              {
                label: t('progress.judge'),
                value: sheet.judge ? <Link to={`/judges/${sheet.judge.id}`}>{judge}</Link> : judge,
              },
              { label: t('frame.round'), value: sheet.round ? titleOf(sheet.round) : NOTHING },
              {
                label: t('progress.category'),
                value: sheet.entry ? label(CATEGORIES[sheet.entry.category.code]) : NOTHING,
              },
              { label: t('progress.total'), value: <b>{formatNumber(sheet.total, 2)}</b> },
              { label: t('progress.startedAt'), value: formatDateTime(sheet.startedAt) },
              { label: t('progress.submittedAt'), value: formatDateTime(sheet.submittedAt) },
              {
                label: t('progress.time'),
                value:
                  sheet.secondsSpent > 0
                    ? formatMinutes(Math.ceil(sheet.secondsSpent / 60), language)
                    : NOTHING,
              },
              {
                label: t('progress.entry'),
                value: sheet.entry ? (
                  <Link to={`/entries/${sheet.entry.id}`}>{t('progress.openEntry')}</Link>
                ) : (
                  NOTHING
                ),
              },
            ]}
          >
            {sheet.recusedReason ? (
              <Alert
                className="xh-form-alert"
                type="warning"
                showIcon
                title={t('progress.recusedBecause', { reason: sheet.recusedReason })}
              />
            ) : null}
            <Marks sheet={sheet} />
            <SheetRemark sheet={sheet} />
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
