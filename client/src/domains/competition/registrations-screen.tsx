import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import './competition.css';
import { FIND_SESSIONS, REGISTRATIONS } from './documents/training-registrations.ts';
import { EditionGate, EditionSwitch, useEditionTitle } from './parts/edition-gate.tsx';
import type { EditionChoice } from './use-edition.ts';

/** Sessions of an edition by title, place or lecturer. */
function sessionsOf(editionId: string, titleOf: ReturnType<typeof useEditionTitle>): LookupFind {
  return async (words, client, signal) => {
    const search = words.trim();
    const { data } = await client.query({
      query: FIND_SESSIONS,
      variables: { filter: { competition: { eq: editionId }, ...(search ? { search } : {}) } },
      context: { fetchOptions: { signal } },
    });
    return (data?.trainingSessions.nodes ?? []).map((session) => ({
      value: session.id,
      label: `${titleOf(session)} ${formatDateTime(session.startsAt)}`,
    }));
  };
}

function Registrations({ editionId, choice }: { editionId: string; choice: EditionChoice }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const and = useLanguage() === 'en' ? ', ' : '、';
  return (
    <ListPage
      name="training-registrations"
      title={t('training.all')}
      hint={t('training.allHint')}
      query={REGISTRATIONS}
      connection={(data) => data.trainingRegistrations}
      baseFilter={{ competition: { eq: editionId } }}
      defaultSort={{ field: 'STARTS_AT', direction: 'ASC' }}
      rowName={(row) => titleOf({ title: row.team.name, titleEn: row.team.nameEn ?? '' })}
      rowPath={(row) => `/training-sessions/${row.session.id}`}
      searchable
      searchPlaceholder={t('training.allSearch')}
      exportPath="/exports/trainingRegistrations.xlsx"
      actions={<EditionSwitch choice={choice} />}
      columns={[
        {
          key: 'startsAt',
          title: t('training.column.startsAt'),
          width: 150,
          sort: 'STARTS_AT',
          render: (row) => formatDateTime(row.session.startsAt),
        },
        {
          key: 'session',
          title: t('training.column.title'),
          render: (row) => <Clip text={titleOf(row.session)} />,
        },
        {
          key: 'team',
          title: t('entries.column.team'),
          sort: 'TEAM',
          card: 'title',
          render: (row) => <Clip text={titleOf({ title: row.team.name, titleEn: row.team.nameEn ?? '' })} />,
        },
        { key: 'attendees', title: t('training.who'), render: (row) => row.attendees.join(and) },
        {
          key: 'present',
          title: t('training.cameOf'),
          width: 130,
          align: 'right',
          card: 'state',
          render: (row) =>
            row.presentCount === null ? (
              <span className="xh-hint">{t('training.notRecorded')}</span>
            ) : (
              `${row.presentCount} / ${row.attendeeCount}`
            ),
        },
        {
          key: 'away',
          title: t('training.away'),
          hidden: true,
          render: (row) => {
            const away = row.attendees.filter((name) => row.present && !row.present.includes(name));
            return away.length > 0 ? away.join(and) : NOTHING;
          },
        },
        {
          key: 'createdAt',
          title: t('training.registeredAt'),
          width: 150,
          hidden: true,
          sort: 'CREATED_AT',
          render: (row) => formatDateTime(row.createdAt),
        },
      ]}
      filters={[
        {
          kind: 'lookup',
          key: 'session',
          label: t('training.column.title'),
          find: sessionsOf(editionId, titleOf),
        },
        { kind: 'flag', key: 'recorded', label: t('training.recorded') },
        { kind: 'flag', key: 'missed', label: t('training.missed') },
      ]}
      empty={{ title: t('training.noRegistrations'), hint: t('training.allEmptyHint') }}
    />
  );
}

/** Who registered for training in an edition, and who came. */
export default function RegistrationsScreen(): ReactNode {
  return (
    <EditionGate>
      {(edition, choice) => <Registrations key={edition.id} editionId={edition.id} choice={choice} />}
    </EditionGate>
  );
}
