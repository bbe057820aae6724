import { CodeOutlined, PlusOutlined } from '@ant-design/icons';
import { API_TOKEN_STATES } from '@xinghuo/shared/identity/api-token';
import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ApiTokenListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan, useViewer } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { API_TOKEN_REVOKE, API_TOKENS } from './token-documents.ts';
import { API_TOKEN_TONES } from './tones.ts';

type Row = ApiTokenListQuery['apiTokens']['nodes'][number];

/** The own API tokens; everybody's for those who may see them, with `?whose=all`. */
export default function TokensScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const can = useCan();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const [ending, setEnding] = useState<Row>();
  const [revoke] = useWrite(API_TOKEN_REVOKE);
  const all = can('token.list') && params.get('whose') === 'all';
  const create = (
    <Link to="/tokens/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('tokens.create')}
      </Button>
    </Link>
  );
  return (
    <>
      <ListPage
        key={all ? 'all' : 'own'}
        name="api-tokens"
        title={t('tokens.title')}
        hint={t('tokens.hint')}
        query={API_TOKENS}
        connection={(data) => data.apiTokens}
        {...(all ? {} : { baseFilter: { account: { eq: viewer?.id ?? null } } })}
        defaultSort={{ field: 'CREATED_AT', direction: 'DESC' }}
        rowName={(row) => row.name}
        searchable
        searchPlaceholder={t('tokens.search')}
        exportPath="/exports/apiTokens.xlsx"
        actions={
          <>
            {can('token.list') ? (
              <Segmented
                value={all ? 'all' : 'own'}
                options={[
                  { value: 'own', label: t('tokens.mine') },
                  { value: 'all', label: t('tokens.everyone') },
                ]}
                onChange={(whose) => setParams(whose === 'all' ? { whose } : {})}
              />
            ) : null}
            <Link to="/graphiql">
              <Button icon={<CodeOutlined />}>{t('tokens.explorer')}</Button>
            </Link>
            {create}
          </>
        }
        columns={[
          { key: 'name', title: t('tokens.name'), sort: 'NAME', card: 'title', render: (row) => row.name },
          {
            key: 'state',
            title: t('field.state'),
            width: 110,
            card: 'state',
            render: (row) => <StateTag of={API_TOKEN_STATES} tones={API_TOKEN_TONES} value={row.state} />,
          },
          {
            key: 'hint',
            title: t('tokens.hintColumn'),
            width: 90,
            render: (row) => <code>…{row.hint}</code>,
          },
          {
            key: 'scopes',
            title: t('tokens.scopes'),
            width: 110,
            render: (row) => (
              <span title={row.scopes.join('\n')}>{t('tokens.scopes', { count: row.scopes.length })}</span>
            ),
          },
          ...(all
            ? [
                {
                  key: 'account',
                  title: t('tokens.account'),
                  width: 120,
                  render: (row: Row) => row.accountName,
                },
              ]
            : []),
          {
            key: 'expiresAt',
            title: t('tokens.expiresAt'),
            width: 160,
            sort: 'EXPIRES_AT' as const,
            render: (row: Row) => formatDateTime(row.expiresAt),
          },
          {
            key: 'lastUsedAt',
            title: t('tokens.lastUsedAt'),
            width: 160,
            render: (row: Row) => (row.lastUsedAt ? formatDateTime(row.lastUsedAt) : t('tokens.never')),
          },
          {
            key: 'createdAt',
            title: t('field.createdAt'),
            width: 160,
            sort: 'CREATED_AT' as const,
            hidden: true,
            render: (row: Row) => formatDateTime(row.createdAt),
          },
          {
            key: 'actions',
            title: t('tokens.actions'),
            pinned: true,
            width: 90,
            render: (row: Row) =>
              row.canRevoke ? (
                <Button size="small" danger onClick={() => setEnding(row)}>
                  {t('tokens.revoke')}
                </Button>
              ) : null,
          },
        ]}
        filters={[
          {
            kind: 'choice',
            key: 'state',
            label: t('field.state'),
            options: optionsOf(API_TOKEN_STATES, label),
          },
          { kind: 'dates', key: 'expiresAt', label: t('tokens.expiresAt'), rare: true },
        ]}
        empty={{ title: t('tokens.empty'), hint: t('tokens.emptyHint'), action: create }}
      />
      {ending ? (
        <ReasonModal
          title={t('tokens.revokeTitle', { name: ending.name })}
          verb={t('tokens.revoke')}
          reason={false}
          danger
          onCancel={() => setEnding(undefined)}
          onConfirm={async () => {
            const outcome = await revoke({ input: { id: ending.id } });
            if (outcome.ok) {
              setEnding(undefined);
              notice.success(t('tokens.revoked', { name: ending.name }));
            }
            return outcome;
          }}
        />
      ) : null}
    </>
  );
}
