import './audit.css';
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditEventListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { findAccounts } from '../identity/index.ts';
import { readChanges } from './audit-changes.ts';
import { subjectPath } from './audit-values.ts';
import { useAuditWords, useViaWords } from './audit-words.ts';
import { AUDIT_EVENTS } from './documents.ts';

/** One object is chosen by a link from its page, not here. */
const findNothing: LookupFind = () => Promise.resolve([]);

type Row = AuditEventListQuery['auditEvents']['nodes'][number];

/** The audit log, the latest first. */
export default function AuditScreen(): ReactNode {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const viaOf = useViaWords();
  const options = (names: readonly string[], of: (name: string) => string) =>
    names.map((value) => ({ value, label: of(value) }));
  const subject = (row: Row): ReactNode => {
    if (!row.subjectType) return '';
    const path = subjectPath(row.subjectType, row.subjectId);
    const name = words.subject(row);
    return path ? <Link to={path}>{name}</Link> : name;
  };
  return (
    <ListPage
      name="audit"
      title={t('title')}
      hint={t('hint')}
      query={AUDIT_EVENTS}
      connection={(data) => data.auditEvents}
      defaultSort={{ field: 'AT', direction: 'DESC' }}
      rowName={(row) => `${formatDateTime(row.at)} ${words.operation(row.operation)}`}
      rowPath={(row) => `/audit/${row.id}`}
      searchable
      searchPlaceholder={t('search')}
      exportPath="/exports/auditEvents.xlsx"
      actions={
        <Link to="/audit/chain">
          <Button icon={<SafetyCertificateOutlined />}>{t('chain.open')}</Button>
        </Link>
      }
      columns={[
        { key: 'at', title: t('column.at'), width: 160, sort: 'AT', render: (row) => formatDateTime(row.at) },
        { key: 'actor', title: t('column.actor'), width: 120, render: (row) => words.actor(row) },
        {
          key: 'operation',
          title: t('column.operation'),
          card: 'title',
          render: (row) => words.operation(row.operation),
        },
        { key: 'subject', title: t('column.subject'), width: 200, render: subject },
        {
          key: 'changes',
          title: t('column.changes'),
          width: 90,
          align: 'right',
          card: 'state',
          render: (row) => t('changeCount', { count: readChanges(row.changes).length }),
        },
        {
          key: 'reason',
          title: t('column.reason'),
          render: (row) => <span className="xa-reason">{row.reason ?? ''}</span>,
        },
        {
          key: 'via',
          title: t('column.via'),
          width: 100,
          hidden: true,
          render: (row) => viaOf(row.via),
        },
        {
          key: 'position',
          title: t('column.position'),
          width: 120,
          align: 'right',
          render: (row) =>
            row.sealPosition ? (
              `#${formatNumber(row.sealPosition)}`
            ) : (
              <span className="xh-hint">{t('waitingSeal')}</span>
            ),
        },
      ]}
      filters={[
        { kind: 'lookup', key: 'account', label: t('column.account'), find: findAccounts },
        {
          kind: 'choice',
          key: 'operation',
          label: t('column.operation'),
          options: options(words.operations, words.operation),
        },
        {
          kind: 'choice',
          key: 'subjectType',
          label: t('column.subject'),
          options: options(words.types, words.type),
          rare: true,
        },
        { kind: 'dates', key: 'at', label: t('column.at') },
        { kind: 'flag', key: 'sealed', label: t('column.sealed'), rare: true },
        { kind: 'lookup', key: 'subjectId', label: t('column.oneSubject'), find: findNothing, rare: true },
      ]}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
