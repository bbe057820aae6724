import { CheckCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '#client/ui/core/format.ts';
import { Section } from '#client/ui/show/page.tsx';
import type { HomeEntry, HomeLine } from './leader-lines.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';

function Line({ line }: { line: HomeLine }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  switch (line.kind) {
    case 'returned': {
      const { entry, notes } = line;
      return (
        <Link to={`/my-entries/${entry.id}/edit?step=check`}>
          <span>{t('leader.returnedLine', { title: titleOf(entry), count: notes })}</span>
          <small>{t('leader.returnedUntil', { at: formatDateTime(entry.deadline) })}</small>
        </Link>
      );
    }
    case 'draft': {
      const { entry, missing } = line;
      return (
        <Link to={`/my-entries/${entry.id}/edit?step=check`}>
          <span>{t('leader.draftLine', { title: titleOf(entry) })}</span>
          <small>
            {missing > 0 ? t('leader.draftMissing', { count: missing }) : t('leader.draftReady')}
            {' · '}
            {t('leader.draftUntil', { at: formatDateTime(entry.deadline) })}
          </small>
        </Link>
      );
    }
    case 'objection':
      return (
        <Link to={`/my-entries/${line.entry.id}`}>
          <span>{t('leader.objectionLine', { title: titleOf(line.entry) })}</span>
          <small>
            {t('leader.stageAt.until', { at: formatDateTime(line.entry.competition.publicityEndsAt) })}
          </small>
        </Link>
      );
    case 'edition':
      return (
        <Link to={`/my-entries/new?edition=${line.edition.id}`}>
          <span>{t('leader.editionLine', { title: titleOf(line.edition) })}</span>
          <small>{t('leader.draftUntil', { at: formatDateTime(line.edition.entriesDeadline) })}</small>
        </Link>
      );
    case 'training': {
      const { session, mine } = line;
      const title = titleOf(session);
      return (
        <Link to={`/my-trainings?session=${session.id}`}>
          <span>
            {mine > 0
              ? t('leader.trainingMine', { title, count: mine })
              : t('leader.trainingLine', { title })}
          </span>
          <small>{formatDateTime(session.startsAt)}</small>
        </Link>
      );
    }
  }
}

const idOf = (line: HomeLine): string => {
  if (line.kind === 'training') return line.session.id;
  return line.kind === 'edition' ? line.edition.id : line.entry.id;
};

/** Lines that each open exactly their work. */
export function WaitingLines({ lines }: { lines: readonly HomeLine[] }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <Section title={t('leader.waiting')} flush>
      {lines.length === 0 ? (
        <p className="xc-none">
          <CheckCircleOutlined aria-hidden /> {t('leader.waitingNone')}
        </p>
      ) : (
        <ul className="xl-lines">
          {lines.map((line) => (
            <li key={`${line.kind}:${idOf(line)}`}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Entries that were not submitted in time. */
export function LateLines({ entries }: { entries: readonly HomeEntry[] }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  return (
    <Section title={t('leader.late')} flush>
      {entries.length === 0 ? (
        <p className="xc-none">
          <CheckCircleOutlined aria-hidden /> {t('leader.lateNone')}
        </p>
      ) : (
        <ul className="xl-lines xl-lines-late">
          {entries.map((entry) => (
            <li key={entry.id}>
              <Link to={`/my-entries/${entry.id}`}>
                <span>
                  {entry.state === 'RETURNED'
                    ? t('leader.lateReturned', { title: titleOf(entry) })
                    : t('leader.lateLine', { title: titleOf(entry) })}
                </span>
                <small>{t('leader.draftUntil', { at: formatDateTime(entry.deadline) })}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
