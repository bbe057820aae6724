import { useApolloClient, useQuery } from '@apollo/client/react';
import { RESULT_FLAGS } from '@xinghuo/shared/judging/domain/result';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { COMPUTATION_START } from './computation-documents.ts';
import { ComputationPanel } from './computation-panel.tsx';
import { useRunningComputation } from './computation-running.tsx';
import {
  type JudgingEdition,
  type JudgingRound,
  RoundSwitch,
  useTitleOf,
  WithEdition,
} from './edition-page.tsx';
import { AdvanceRound } from './results-advance.tsx';
import { ResultAnalysis } from './results-analysis-tabs.tsx';
import { OFFICIAL_RESULT } from './results-documents.ts';
import { LockRound } from './results-lock.tsx';
import { ReopenRound } from './results-reopen.tsx';
import { resultScope } from './results-scope.ts';
import { decimalsOf, type OfficialResult } from './results-view.ts';
import './judging.css';
import './results.css';

/** The line above a ranking: when it was computed, and what to look at. */
function Standing({ result }: { result: OfficialResult }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  return (
    <p className="xj-standing">
      {t('results.computedOf', { at: formatDateTime(result.computedAt), count: result.rowCount })}
      {(result.flags ?? []).map(({ flag, count }) => (
        <span key={flag} className={`xj-flag xj-flag-${flag.toLowerCase()}`}>
          {label(RESULT_FLAGS[flag])} {formatNumber(count)}
        </span>
      ))}
    </p>
  );
}

function Steps(props: {
  edition: JudgingEdition;
  round: JudgingRound | null;
  result: OfficialResult | undefined;
}): ReactNode {
  const { edition, round, result } = props;
  const { t } = useTranslation('judging');
  const manage = useCan()('result.manage');
  const language = useLanguage();
  const [compute, busy] = useWrite(COMPUTATION_START);
  const client = useApolloClient();
  const running = useRunningComputation({
    competitionId: edition.id,
    kind: 'RESULT',
    roundId: round?.id ?? null,
  });
  const [open, setOpen] = useState<'lock' | 'advance'>();
  const close = (): void => setOpen(undefined);
  const run = async (): Promise<void> => {
    const outcome = await compute({
      input: { kind: 'RESULT', ...(round ? { roundId: round.id } : { competitionId: edition.id }) },
    });
    if (!outcome.ok) notice.error(outcome.message);
    else if (outcome.payload.computation) running.begin(outcome.payload.computation.id);
  };
  const computed = (): void => {
    notice.success(t('results.computed'));
    running.forget();
    void client.refetchQueries({ include: ['OfficialResult'] });
  };
  const next = round ? edition.rounds.find(({ position }) => position > round.position) : undefined;
  const undecided = result?.rows.some(({ entry }) => entry?.state === 'IN_REVIEW') ?? false;
  const ready = round ? round.state === 'LOCKED' : edition.rounds.every(({ state }) => state === 'LOCKED');
  const awarded = edition.state === 'PUBLICISED' || edition.state === 'CLOSED';
  return (
    <>
      {running.id ? <ComputationPanel key={running.id} id={running.id} onDone={computed} /> : null}
      <div className="xj-bar xj-steps">
        {round === null ? (
          <>
            <Link to={`/deliberation?edition=${edition.id}`}>
              <Button>{t('deliberation.title')}</Button>
            </Link>
            <Link to={`/publicity?edition=${edition.id}`}>
              <Button>{t('publicity.title')}</Button>
            </Link>
            {result ? (
              <>
                <Button
                  href={`/reports/${edition.id}.pdf?lang=${language === 'en' ? 'en' : 'zh'}`}
                  target="_blank"
                >
                  {t('results.report')}
                </Button>
                <Button href={`/reports/${edition.id}.xlsx?lang=${language === 'en' ? 'en' : 'zh'}`}>
                  {t('results.reportSheets')}
                </Button>
              </>
            ) : null}
            {awarded ? (
              <Button
                href={`/print/certificates/${edition.id}.pdf?of=competition&lang=${language === 'en' ? 'en' : 'zh'}`}
                target="_blank"
              >
                {t('results.certificates')}
              </Button>
            ) : null}
          </>
        ) : null}
        {manage && round?.state === 'OPEN' ? (
          <Button danger onClick={() => setOpen('lock')}>
            {t('results.lock')}
          </Button>
        ) : null}
        {manage && round?.state === 'LOCKED' ? <ReopenRound round={round} /> : null}
        {manage && ready && edition.state !== 'CLOSED' ? (
          <Button type={result ? 'default' : 'primary'} loading={busy} onClick={() => void run()}>
            {result ? t('results.recompute') : t('results.compute')}
          </Button>
        ) : null}
        {manage && round?.state === 'LOCKED' && result && next?.state === 'PLANNED' && undecided ? (
          <Button type="primary" onClick={() => setOpen('advance')}>
            {t('results.advance')}
          </Button>
        ) : null}
        {open === 'lock' && round ? <LockRound round={round} onClose={close} /> : null}
        {open === 'advance' && round && result ? (
          <AdvanceRound
            edition={edition}
            round={round}
            rows={result.rows}
            decimals={decimalsOf(result.rule)}
            onClose={close}
          />
        ) : null}
      </div>
    </>
  );
}

function Body({ edition, scope }: { edition: JudgingEdition; scope: string }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const round = edition.rounds.find(({ id }) => id === scope) ?? null;
  const result = useQuery(OFFICIAL_RESULT, {
    variables: {
      filter: {
        competition: { eq: edition.id },
        round: round ? { eq: round.id } : { isNull: true },
        official: { eq: true },
      },
    },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ results }) => {
        const official = results.nodes[0];
        return (
          <>
            <Steps edition={edition} round={round} result={official} />
            {official ? (
              <>
                <Standing result={official} />
                <ResultAnalysis edition={edition} result={official} round={round} />
              </>
            ) : (
              <EmptyState
                title={t('results.none')}
                hint={
                  round
                    ? round.state === 'LOCKED'
                      ? t('results.noneLocked')
                      : t('results.noneOpen', { round: titleOf(round) })
                    : t('results.noneWhole')
                }
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Rankings of a round or of the whole edition. */
export default function ResultsScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const [params] = useSearchParams();
  return (
    <WithEdition>
      {(edition, choice) => {
        const scope = resultScope(edition, params.get('round'));
        return (
          <Page
            title={t('results.title')}
            hint={t('results.hint')}
            actions={<EditionSwitch choice={choice} />}
          >
            <div className="xj-rounds">
              <RoundSwitch edition={edition} value={scope} whole={t('results.whole')} />
            </div>
            <Body key={scope} edition={edition} scope={scope} />
          </Page>
        );
      }}
    </WithEdition>
  );
}
