import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { JUDGE_STATES } from '@xinghuo/shared/judging/domain/judge';
import { Button } from 'antd';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgeListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { type BulkAction, optionsOf } from '#client/ui/list/list-types.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { EditionGate, EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { JUDGES } from './judges-documents.ts';
import { useJudgesInvite } from './judges-invite.ts';
import { useJudgeStep } from './judges-step.ts';
import { JUDGE_TONES } from './judging-tones.ts';

type Row = JudgeListQuery['judges']['nodes'][number];

function useBulk(): readonly BulkAction<Row>[] {
  const { t } = useTranslation('judging');
  const client = useApolloClient();
  const step = useJudgeStep();
  const invite = useJudgesInvite();
  return [
    {
      key: 'invite',
      label: t('judges.invite'),
      title: (count) => t('judges.inviteTitle', { count }),
      run: (rows) => invite(rows.map(({ id }) => id)),
    },
    {
      key: 'withdraw',
      label: t('judges.withdraw'),
      title: (count) => t('judges.withdrawTitle', { count }),
      danger: true,
      reason: true,
      run: async (rows, reason) => {
        const outcome = await eachWrite(
          rows,
          ({ name }) => name,
          (row) => step('withdraw', row, reason),
        );
        await client.refetchQueries({ include: [JUDGES] });
        return outcome;
      },
    },
  ];
}

/** The judges of the working edition. */
export default function JudgesScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const manage = useCan()('judge.manage');
  const bulk = useBulk();
  const findCategories = useCallback<LookupFind>(
    (words) =>
      Promise.resolve(
        optionsOf(CATEGORIES, label).filter((one) => one.label.toLowerCase().includes(words.toLowerCase())),
      ),
    [label],
  );
  const load = (row: Row): string =>
    t('judges.sheetsOf', {
      submitted: formatNumber(row.submittedCount),
      assigned: formatNumber(row.assignedCount),
    });
  return (
    <EditionGate>
      {(edition, choice) => {
        const of = `?edition=${edition.id}`;
        const create = (
          <Link to={`/judges/new${of}`}>
            <Button type="primary" icon={<PlusOutlined />}>
              {t('judges.create')}
            </Button>
          </Link>
        );
        return (
          <ListPage
            key={edition.id}
            name="judges"
            title={t('judges.title')}
            hint={t('judges.hint')}
            query={JUDGES}
            connection={(data) => data.judges}
            baseFilter={{ competition: { eq: edition.id } }}
            defaultSort={{ field: 'NUMBER', direction: 'ASC' }}
            rowName={(row) => row.name}
            rowPath={(row) => `/judges/${row.id}`}
            searchable
            searchPlaceholder={t('judges.search')}
            exportPath="/exports/judges.xlsx"
            actions={
              <>
                <EditionSwitch choice={choice} />
                <Link to={`/panels${of}`}>
                  <Button>{t('panels.title')}</Button>
                </Link>
                {manage ? (
                  <>
                    <Link to={`/import/judges${of}`}>
                      <Button icon={<ImportOutlined />}>{t('judges.import')}</Button>
                    </Link>
                    {create}
                  </>
                ) : null}
              </>
            }
            {...(manage ? { bulk } : {})}
            columns={[
              { key: 'code', title: t('judges.code'), width: 80, sort: 'NUMBER', render: (row) => row.code },
              {
                key: 'name',
                title: t('judges.name'),
                width: 140,
                sort: 'NAME',
                card: 'title',
                render: (row) => (english && row.nameEn ? row.nameEn : row.name),
              },
              {
                key: 'state',
                title: t('judges.state'),
                width: 110,
                card: 'state',
                render: (row) => <StateTag of={JUDGE_STATES} tones={JUDGE_TONES} value={row.state} />,
              },
              {
                key: 'organisation',
                title: t('judges.organisation'),
                render: (row) => row.organisation ?? '',
              },
              {
                key: 'expertise',
                title: t('judges.expertise'),
                render: (row) =>
                  row.expertise.map((code) => label(CATEGORIES[code])).join(t('frame.separator')),
              },
              {
                key: 'capacity',
                title: t('judges.capacity'),
                width: 110,
                align: 'right',
                render: (row) => formatNumber(row.capacity),
              },
              { key: 'sheets', title: t('judges.sheets'), width: 130, align: 'right', render: load },
              {
                key: 'title',
                title: t('judges.position'),
                hidden: true,
                card: 'none',
                render: (row) => row.title ?? '',
              },
              {
                key: 'email',
                title: t('judges.email'),
                hidden: true,
                card: 'none',
                render: (row) => row.email,
              },
              {
                key: 'unit',
                title: t('judges.unit'),
                hidden: true,
                card: 'none',
                render: (row) => row.unit?.name ?? '',
              },
              {
                key: 'invitedAt',
                title: t('judges.invitedAt'),
                width: 160,
                hidden: true,
                card: 'none',
                render: (row) => formatDateTime(row.invitedAt),
              },
            ]}
            filters={[
              {
                kind: 'choice',
                key: 'state',
                label: t('judges.state'),
                options: optionsOf(JUDGE_STATES, label),
              },
              {
                kind: 'lookup',
                key: 'expertise',
                label: t('judges.expertise'),
                bare: true,
                find: findCategories,
              },
            ]}
            empty={{
              title: t('judges.empty'),
              hint: t('judges.emptyHint'),
              action: manage ? create : undefined,
            }}
          />
        );
      }}
    </EditionGate>
  );
}
