import { PlusOutlined } from '@ant-design/icons';
import { TRAINING_STATES } from '@xinghuo/shared/competition/training';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, formatTime } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import './competition.css';
import { TRAININGS } from './documents/training.ts';
import { EditionGate, EditionSwitch, useEditionTitle } from './parts/edition-gate.tsx';
import { TrainingTag } from './parts/training-tag.tsx';
import type { EditionChoice } from './use-edition.ts';

function Trainings({ editionId, choice }: { editionId: string; choice: EditionChoice }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const titleOf = useEditionTitle();
  const can = useCan();
  const create = can('training.manage') ? (
    <Link to={`/training-sessions/new?edition=${editionId}`}>
      <Button type="primary" icon={<PlusOutlined />}>
        {t('training.create')}
      </Button>
    </Link>
  ) : null;
  return (
    <ListPage
      name="training-sessions"
      title={t('training.title')}
      hint={t('training.hint')}
      query={TRAININGS}
      connection={(data) => data.trainingSessions}
      baseFilter={{ competition: { eq: editionId } }}
      defaultSort={{ field: 'STARTS_AT', direction: 'ASC' }}
      rowName={(row) => row.title}
      rowPath={(row) => `/training-sessions/${row.id}`}
      searchable
      searchPlaceholder={t('training.searchHint')}
      exportPath="/exports/trainingSessions.xlsx"
      actions={
        <>
          <EditionSwitch choice={choice} />
          <Link to={`/training-registrations?edition=${editionId}`}>
            <Button>{t('training.all')}</Button>
          </Link>
          {create}
        </>
      }
      columns={[
        {
          key: 'startsAt',
          title: t('training.column.startsAt'),
          width: 180,
          sort: 'STARTS_AT',
          render: (row) => `${formatDateTime(row.startsAt)}–${formatTime(row.endsAt).slice(0, 5)}`,
        },
        {
          key: 'title',
          title: t('training.column.title'),
          sort: 'TITLE',
          card: 'title',
          render: (row) => titleOf(row),
        },
        {
          key: 'state',
          title: t('training.column.state'),
          width: 110,
          card: 'state',
          render: (row) => <TrainingTag session={row} />,
        },
        {
          key: 'place',
          title: t('training.column.place'),
          render: (row) => <Clip text={language === 'en' && row.placeEn ? row.placeEn : row.place} />,
        },
        {
          key: 'lecturer',
          title: t('training.column.lecturer'),
          hidden: true,
          render: (row) => row.lecturer,
        },
        {
          key: 'registered',
          title: t('training.column.registered'),
          width: 130,
          align: 'right',
          render: (row) => `${row.registeredCount} / ${row.capacity}`,
        },
      ]}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: t('training.column.state'),
          options: optionsOf(TRAINING_STATES, label),
        },
        { kind: 'dates', key: 'startsAt', label: t('training.column.startsAt') },
      ]}
      empty={{ title: t('training.empty'), hint: t('training.emptyHint'), action: create }}
    />
  );
}

/** The training sessions of an edition. */
export default function TrainingsScreen(): ReactNode {
  return (
    <EditionGate>
      {(edition, choice) => <Trainings key={edition.id} editionId={edition.id} choice={choice} />}
    </EditionGate>
  );
}
