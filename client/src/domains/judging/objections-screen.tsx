import { OBJECTION_STATES } from '@xinghuo/shared/judging/domain/objection';
import { Button } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { EditionGate, EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { useTitleOf } from './edition-page.tsx';
import { findJudgedEntries } from './judges-find.ts';
import { OBJECTION_TONES } from './judging-tones.ts';
import { OBJECTIONS } from './objections-documents.ts';

function List({ editionId, actions }: { editionId: string; actions: ReactNode }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const entries = useCallback<LookupFind>((...asked) => findJudgedEntries(editionId)(...asked), [editionId]);
  return (
    <ListPage
      name="objections"
      title={t('objections.title')}
      hint={t('objections.hint')}
      query={OBJECTIONS}
      connection={(data) => data.objections}
      baseFilter={{ competition: { eq: editionId } }}
      defaultSort={{ field: 'CREATED_AT', direction: 'DESC' }}
      rowName={(row) => row.text.slice(0, 30)}
      rowPath={(row) => `/objections/${row.id}`}
      searchable
      searchPlaceholder={t('objections.search')}
      exportPath="/exports/objections.xlsx"
      actions={actions}
      columns={[
        {
          key: 'text',
          title: t('objections.text'),
          card: 'title',
          render: (row) => (row.text.length > 60 ? `${row.text.slice(0, 60)}…` : row.text),
        },
        {
          key: 'state',
          title: t('objections.state'),
          width: 130,
          card: 'state',
          render: (row) => <StateTag of={OBJECTION_STATES} tones={OBJECTION_TONES} value={row.state} />,
        },
        {
          key: 'entry',
          title: t('objections.entry'),
          render: (row) =>
            row.entry ? `${row.entry.number ?? ''} ${titleOf(row.entry)}` : t('objections.wholeEdition'),
        },
        {
          key: 'author',
          title: t('objections.author'),
          width: 130,
          render: (row) => row.author ?? NOTHING,
        },
        {
          key: 'createdAt',
          title: t('objections.createdAt'),
          width: 160,
          sort: 'CREATED_AT',
          render: (row) => formatDateTime(row.createdAt),
        },
        {
          key: 'decidedAt',
          title: t('objections.decidedAt'),
          width: 160,
          render: (row) => formatDateTime(row.decidedAt),
        },
      ]}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: t('objections.state'),
          options: optionsOf(OBJECTION_STATES, label),
        },
        { kind: 'lookup', key: 'entry', label: t('objections.entry'), find: entries },
      ]}
      empty={{ title: t('objections.empty'), hint: t('objections.emptyHint') }}
    />
  );
}

/** Objections to the publicised result of the working edition. */
export default function ObjectionsScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const oversees = useCan()('deliberation.list');
  return (
    <EditionGate>
      {(edition, choice) => (
        <List
          key={edition.id}
          editionId={edition.id}
          actions={
            <>
              <EditionSwitch choice={choice} />
              {oversees ? (
                <Link to={`/publicity?edition=${edition.id}`}>
                  <Button>{t('publicity.title')}</Button>
                </Link>
              ) : null}
            </>
          }
        />
      )}
    </EditionGate>
  );
}
