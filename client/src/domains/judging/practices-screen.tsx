import { useQuery } from '@apollo/client/react';
import { PRACTICE_RULES, type PracticeRule } from '@xinghuo/shared/competition/competition';
import { canonicalDecimal } from '@xinghuo/shared/judging/scoring/ratio';
import { Button, Popconfirm, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type JudgingEdition, type JudgingRound, RoundPage, useTitleOf } from './edition-page.tsx';
import {
  PRACTICE_REMOVE,
  PRACTICE_RULE,
  PRACTICES,
  type PracticeRound,
  type PracticeRow,
} from './practice-documents.ts';
import { PracticeForm } from './practices-form.tsx';
import { practiceStanding } from './practices-standing.ts';
import './judging.css';

function Rule({ round }: { round: PracticeRound }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const manage = useCan()('practice.manage') && round.state !== 'LOCKED';
  const [write, busy] = useWrite(PRACTICE_RULE);
  const choose = async (practiceRule: PracticeRule): Promise<void> => {
    const outcome = await write({ input: { id: round.id, version: round.version, practiceRule } });
    if (!outcome.ok) notice.error(outcome.message);
  };
  return (
    <p className="xj-rounds">
      <Segmented<PracticeRule>
        aria-label={t('practice.rule')}
        value={round.practiceRule}
        disabled={!manage || busy}
        options={(Object.keys(PRACTICE_RULES) as PracticeRule[]).map((value) => ({
          value,
          label: label(PRACTICE_RULES[value]),
        }))}
        onChange={(value) => void choose(value)}
      />{' '}
      <span className="xh-hint">
        {t(round.practiceRule === 'REQUIRED' ? 'practice.ruleRequired' : 'practice.ruleOffered')}
      </span>
    </p>
  );
}

function Card({ practice, round }: { practice: PracticeRow; round: PracticeRound }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const manage = useCan()('practice.manage') && round.state !== 'LOCKED';
  const [remove, busy] = useWrite(PRACTICE_REMOVE, { refetch: ['PracticesPage'] });
  const { sheets } = practice;
  const take = async (): Promise<void> => {
    const outcome = await remove({ input: { id: practice.id } });
    if (!outcome.ok) notice.error(outcome.message);
  };
  return (
    <Section
      title={titleOf(practice.entry ?? practice.exemplar ?? { title: '', titleEn: null })}
      extra={
        manage && sheets.length === 0 ? (
          <Popconfirm
            title={t('practice.removeAsk')}
            okText={t('practice.remove')}
            onConfirm={() => void take()}
          >
            <Button size="small" danger loading={busy}>
              {t('practice.remove')}
            </Button>
          </Popconfirm>
        ) : undefined
      }
    >
      <p className="xh-hint">
        {practice.entry ? <Link to={`/entries/${practice.entry.id}`}>{practice.entry.number}</Link> : null}
        {practice.exemplar ? `${t('practice.library')} · ${practice.exemplar.organisation}` : null}
        {' · '}
        {practice.category ? titleOf(practice.category) : ''}
        {' · '}
        {t('practice.tried', { count: sheets.length })}
      </p>
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('practice.criterion')}</th>
              <th scope="col" className="xj-right">
                {t('practice.agreed')}
              </th>
              <th scope="col" className="xj-right">
                {t('practice.judgesMean')}
              </th>
              <th scope="col" className="xj-wide">
                {t('practice.why')}
              </th>
            </tr>
          </thead>
          <tbody>
            {practiceStanding(round.criteria, practice.agreed, sheets).map((line) => (
              <tr key={line.criterion.id}>
                <th scope="row">{titleOf(line.criterion)}</th>
                <td className="xj-right" data-label={t('practice.agreed')}>
                  {canonicalDecimal(line.agreed)}
                </td>
                <td className="xj-right" data-label={t('practice.judgesMean')}>
                  {line.mean === null
                    ? '—'
                    : t('practice.range', {
                        mean: formatNumber(line.mean, 1),
                        lowest: formatNumber(line.lowest),
                        highest: formatNumber(line.highest),
                      })}
                </td>
                <td>{line.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Body({ edition, round: { id } }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('practice.manage');
  const [adding, setAdding] = useState(false);
  const result = useQuery(PRACTICES, { variables: { roundId: id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ round, practices }) => {
        if (!round) return <Missing />;
        const add =
          manage && round.state !== 'LOCKED' ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('practice.add')}
            </Button>
          ) : undefined;
        return (
          <>
            <Rule round={round} />
            {practices.length === 0 ? (
              <EmptyState title={t('practice.empty')} hint={t('practice.emptyHint')} action={add} />
            ) : (
              <>
                {practices.map((practice) => (
                  <Card key={practice.id} practice={practice} round={round} />
                ))}
                {add}
              </>
            )}
            {adding ? (
              <PracticeForm round={round} categories={edition.categories} onClose={() => setAdding(false)} />
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** Practice entries of a round: what judges mark first, with the marks agreed on, and how they did. */
export default function PracticesScreen(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <RoundPage title={t('practice.title')} hint={t('practice.hint')}>
      {(edition, round) => <Body key={round.id} edition={edition} round={round} />}
    </RoundPage>
  );
}
