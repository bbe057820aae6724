import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeliberationListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { DeliberationDialog } from './deliberation-dialog.tsx';
import { DELIBERATION_REMOVE, DELIBERATIONS } from './deliberation-documents.ts';
import { type JudgingEdition, useTitleOf, WithEdition } from './edition-page.tsx';
import { OFFICIAL_RESULT } from './results-documents.ts';
import { decimalsOf, type OfficialResult, type ResultRow } from './results-view.ts';
import './judging.css';
import './results.css';

type Decision = DeliberationListQuery['deliberations'][number];

/** Entries that tie at an award line, by line: the deliberation's own work. */
function Open(props: {
  result: OfficialResult;
  edition: JudgingEdition;
  onPick: ((row: ResultRow) => void) | undefined;
}): ReactNode {
  const { result, edition, onPick } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const lines = (result.awardLines ?? []).filter(({ undecided }) => undecided.length > 0);
  const decimals = decimalsOf(result.rule);
  return (
    <Section title={t('deliberation.open', { count: lines.length })} flush>
      {lines.length === 0 ? (
        <p className="xh-hint xj-pad">{t('deliberation.noneOpen')}</p>
      ) : (
        lines.map((line) => {
          const category = edition.categories.find(({ id }) => id === line.categoryId);
          return (
            <div key={`${line.awardId} ${line.categoryId ?? ''}`} className="xj-pad">
              <p>
                <b>{titleOf({ title: line.awardTitle, titleEn: line.awardTitleEn })}</b>{' '}
                {category ? titleOf(category) : t('results.overall')} ·{' '}
                {t('deliberation.tiedFor', {
                  count: line.undecided.length,
                  places: line.quota - line.given.length,
                })}
              </p>
              <ul className="xj-lines">
                {result.rows
                  .filter(({ entry }) => line.undecided.includes(entry?.id ?? ''))
                  .map((row) => (
                    <li key={row.id}>
                      <Link to={`/entries/${row.entry?.id ?? ''}`}>
                        {row.entry?.number} {row.entry ? titleOf(row.entry) : ''}
                      </Link>
                      <span>{formatNumber(row.total, decimals)}</span>
                      {onPick ? (
                        <Button size="small" onClick={() => onPick(row)}>
                          {t('deliberation.decide')}
                        </Button>
                      ) : null}
                    </li>
                  ))}
              </ul>
            </div>
          );
        })
      )}
    </Section>
  );
}

function Decisions(props: {
  decisions: readonly Decision[];
  onRemove: ((decision: Decision) => void) | undefined;
}): ReactNode {
  const { decisions, onRemove } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  return (
    <Section title={t('deliberation.decisions', { count: decisions.length })} flush>
      {decisions.length === 0 ? (
        <p className="xh-hint xj-pad">{t('deliberation.noDecisions')}</p>
      ) : (
        <div className="xh-wide">
          <table className="xj-table xj-table-stack">
            <thead>
              <tr>
                <th scope="col">{t('results.entry')}</th>
                <th scope="col">{t('deliberation.from')}</th>
                <th scope="col">{t('deliberation.to')}</th>
                <th scope="col" className="xj-wide">
                  {t('deliberation.reason')}
                </th>
                <th scope="col">{t('deliberation.by')}</th>
                {onRemove ? <th scope="col">{t('progress.step')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {decisions.map((decision) => (
                <tr key={decision.id}>
                  <th scope="row">
                    <Link to={`/entries/${decision.entry?.id ?? ''}`}>
                      {decision.entry?.number} {decision.entry ? titleOf(decision.entry) : ''}
                    </Link>
                  </th>
                  <td data-label={t('deliberation.from')}>
                    {decision.from ? titleOf(decision.from) : t('deliberation.noAward')}
                  </td>
                  <td data-label={t('deliberation.to')}>
                    <b>{decision.to ? titleOf(decision.to) : t('deliberation.noAward')}</b>
                  </td>
                  <td>{decision.reason}</td>
                  <td>
                    {decision.byName ?? NOTHING} <small>{formatDateTime(decision.at)}</small>
                  </td>
                  {onRemove ? (
                    <td>
                      <Button size="small" onClick={() => onRemove(decision)}>
                        {t('deliberation.remove')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Body({ edition }: { edition: JudgingEdition }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const manage = useCan()('result.manage');
  const [moving, setMoving] = useState<ResultRow | 'any'>();
  const [removing, setRemoving] = useState<Decision>();
  const [remove] = useWrite(DELIBERATION_REMOVE, { refetch: ['OfficialResult', 'DeliberationList'] });
  const official = useQuery(OFFICIAL_RESULT, {
    variables: {
      filter: { competition: { eq: edition.id }, round: { isNull: true }, official: { eq: true } },
    },
    fetchPolicy: 'cache-and-network',
  });
  const decided = useQuery(DELIBERATIONS, {
    variables: { competitionId: edition.id },
    fetchPolicy: 'cache-and-network',
  });
  const open = manage && (edition.state === 'DELIBERATION' || edition.state === 'PUBLICISED');
  return (
    <Loaded result={official}>
      {({ results }) => {
        const result = results.nodes[0];
        if (!result)
          return (
            <EmptyState
              title={t('deliberation.noResult')}
              hint={t('deliberation.noResultHint')}
              action={
                <Link to={`/results?edition=${edition.id}&round=all`}>
                  <Button type="primary">{t('results.title')}</Button>
                </Link>
              }
            />
          );
        return (
          <>
            {open ? (
              <div className="xj-bar xj-steps">
                <Button type="primary" onClick={() => setMoving('any')}>
                  {t('deliberation.move')}
                </Button>
              </div>
            ) : (
              <Alert className="xh-form-alert" type="info" showIcon title={t('deliberation.closed')} />
            )}
            <Open result={result} edition={edition} onPick={open ? setMoving : undefined} />
            <Loaded result={decided}>
              {({ deliberations }) => (
                <Decisions decisions={deliberations} onRemove={open ? setRemoving : undefined} />
              )}
            </Loaded>
            {moving ? (
              <DeliberationDialog
                edition={edition}
                rows={result.rows}
                {...(moving === 'any' ? {} : { row: moving })}
                onClose={() => setMoving(undefined)}
              />
            ) : null}
            {removing?.entry ? (
              <ReasonModal
                title={t('deliberation.removeTitle', { title: titleOf(removing.entry) })}
                verb={t('deliberation.remove')}
                reason
                danger={false}
                onCancel={() => setRemoving(undefined)}
                onConfirm={async (reason) => {
                  const outcome = await remove({
                    input: { entryId: removing.entry?.id ?? '', reason: reason ?? '' },
                  });
                  if (outcome.ok) {
                    notice.success(t('deliberation.removed'));
                    setRemoving(undefined);
                  }
                  return outcome;
                }}
              />
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** Where the deliberation moves awards, every step with its reason. */
export default function DeliberationScreen(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <WithEdition>
      {(edition, choice) => (
        <Page
          title={t('deliberation.title')}
          hint={t('deliberation.hint')}
          actions={
            <>
              <EditionSwitch choice={choice} />
              <Link to={`/results?edition=${edition.id}&round=all`}>
                <Button>{t('results.title')}</Button>
              </Link>
            </>
          }
        >
          <Body edition={edition} />
        </Page>
      )}
    </WithEdition>
  );
}
