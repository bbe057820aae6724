import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgingProgressPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatRelative } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { type Tone, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { SheetBar } from './progress-bar.tsx';
import { ExtendJudge } from './progress-extend.tsx';
import { byUrgency, type JudgeStanding, standingOf } from './progress-standing.ts';

type Judges = NonNullable<JudgingProgressPageQuery['judgingProgress']>['byJudge'];

const TONES: Readonly<Record<JudgeStanding, Tone>> = {
  OVERDUE: 'refused',
  NOT_BEGUN: 'draft',
  IDLE: 'waiting',
  AT_WORK: 'active',
  DONE: 'done',
};

/** Judges of the round, those to look after first. */
export function JudgesProgress(props: {
  competitionId: string;
  roundId: string;
  judges: Judges;
  now: number;
}): ReactNode {
  const { competitionId, roundId, judges, now } = props;
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const manage = useCan()('judge.manage');
  const [extending, setExtending] = useState<Judges[number]>();
  const nameOf = (judge: Judges[number]): string =>
    language === 'en' && judge.nameEn ? judge.nameEn : judge.name;
  return (
    <Section title={t('progress.byJudge')} flush>
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('progress.judge')}</th>
              <th scope="col">{t('progress.standing')}</th>
              <th scope="col" className="xj-wide">
                {t('progress.in')}
              </th>
              <th scope="col">{t('progress.lastActive')}</th>
              <th scope="col">{t('progress.deadline')}</th>
              {manage ? <th scope="col">{t('progress.step')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {byUrgency(judges, now).map((judge) => {
              const standing = standingOf(judge, now);
              return (
                <tr key={judge.judgeId}>
                  <th scope="row">
                    <Link to={`/judges/${judge.judgeId}`}>
                      {judge.code} {nameOf(judge)}
                    </Link>
                  </th>
                  <td>
                    <ToneTag tone={TONES[standing]}>{t(`progress.standings.${standing}`)}</ToneTag>
                  </td>
                  <td>
                    <Link
                      className="xj-bar-link"
                      to={`/judging?tab=sheets&round=${roundId}&f.judge=${judge.judgeId}`}
                    >
                      <SheetBar {...judge} />
                      <span>
                        {judge.submitted} / {judge.total}
                      </span>
                    </Link>
                  </td>
                  <td data-label={t('progress.lastActive')}>
                    {formatDateTime(judge.lastActiveAt)}{' '}
                    {judge.lastActiveAt ? (
                      <small>{formatRelative(judge.lastActiveAt, now, language)}</small>
                    ) : null}
                  </td>
                  <td data-label={t('progress.deadline')}>{formatDateTime(judge.deadline)}</td>
                  {manage ? (
                    <td>
                      {standing === 'DONE' ? null : (
                        <Button size="small" onClick={() => setExtending(judge)}>
                          {t('progress.extend')}
                        </Button>
                      )}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {extending ? (
        <ExtendJudge
          competitionId={competitionId}
          roundId={roundId}
          judge={{ id: extending.judgeId, name: nameOf(extending), deadline: extending.deadline }}
          onClose={() => setExtending(undefined)}
        />
      ) : null}
    </Section>
  );
}
