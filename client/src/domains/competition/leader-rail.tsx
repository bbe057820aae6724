import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { type StagedEdition, type StagedEntry, stagesOf } from './leader-stage.ts';

/** Where an entry stands: what happened, what is now, what comes and when. */
export function StageRail(props: { entry: StagedEntry; edition: StagedEdition }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <ol className="xl-rail" aria-label={t('leader.rail')}>
      {stagesOf(props.entry, props.edition).map(({ stage, place, at, kind }) => (
        <li key={stage} className={`xl-${place}`} aria-current={place === 'now' ? 'step' : undefined}>
          <b>{t(`leader.stage.${stage}`)}</b>
          {place === 'now' ? <span className="xh-unseen">{t('leader.stageNow')}</span> : null}
          <small>
            {place === 'stopped' ? `${t('leader.stageStopped')} ` : ''}
            {at ? t(`leader.stageAt.${kind}`, { at: formatDateTime(at) }) : ''}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** States in which nothing more happens to an entry. */
const LASTING: ReadonlySet<StagedEntry['state']> = new Set([
  'AWARDED',
  'NOT_AWARDED',
  'INELIGIBLE',
  'WITHDRAWN',
  'DISQUALIFIED',
]);

/** What happens next, in a sentence. */
export function NextLine(props: { entry: StagedEntry; edition: StagedEdition }): ReactNode {
  const { t } = useTranslation('competition');
  const { entry, edition } = props;
  const judged = entry.state === 'IN_REVIEW' || entry.state === 'ADVANCED' || entry.state === 'ELIMINATED';
  const words =
    judged && edition.state === 'DELIBERATION'
      ? t('leader.deliberating')
      : (judged || entry.state === 'AWARDED' || entry.state === 'NOT_AWARDED') &&
          edition.state === 'PUBLICISED'
        ? t('leader.publicised')
        : t(`leader.nextLine.${entry.state}`);
  return (
    <p className="xl-next">
      {LASTING.has(entry.state) ? null : <b>{t('leader.next')} </b>}
      {words}
    </p>
  );
}
