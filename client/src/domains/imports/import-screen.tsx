import { Button, Result } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ImportConfirmMutation } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ImportPreview } from '#client/ui/files/import-preview.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { IMPORT_KIND_NAMES, IMPORT_KINDS, type ImportKindName, isImportKind } from './kinds.ts';

const IMPORT_CONFIRM = graphql(`
  mutation ImportConfirm($input: ImportConfirmInput!) {
    importConfirm(input: $input) {
      importRun {
        id
        fileName
        state
        rows
        created
        updated
        unchanged
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

type ImportRun = NonNullable<ImportConfirmMutation['importConfirm']['importRun']>;

/** What an import did, and where to go from here. */
function Outcome(props: { kind: ImportKindName; run: ImportRun; onAgain: () => void }): ReactNode {
  const { t } = useTranslation('imports');
  const { run, kind } = props;
  const queued = run.state === 'QUEUED';
  const numbers = {
    file: run.fileName,
    rows: formatNumber(run.rows),
    created: formatNumber(run.created),
    updated: formatNumber(run.updated),
    unchanged: formatNumber(run.unchanged),
  };
  return (
    <Result
      status={queued ? 'info' : 'success'}
      title={t(queued ? 'result.queuedTitle' : 'result.title')}
      subTitle={t(queued ? 'result.queuedBody' : 'result.body', numbers)}
      extra={[
        <Link key="list" to={IMPORT_KINDS[kind].list}>
          <Button type={queued ? 'default' : 'primary'}>
            {t('result.list', { kind: t(`kinds.${kind}`) })}
          </Button>
        </Link>,
        <Button key="again" onClick={props.onAgain}>
          {t('result.again')}
        </Button>,
        <Link key="history" to="/import">
          <Button type={queued ? 'primary' : 'default'}>{t('result.history')}</Button>
        </Link>,
      ]}
    />
  );
}

/** Importing one kind of sheet: template, file, every problem in its cell, confirmation, result. */
function ImportOf({ kind }: { kind: ImportKindName }): ReactNode {
  const { t } = useTranslation('imports');
  const [confirm] = useWrite(IMPORT_CONFIRM);
  const [run, setRun] = useState<ImportRun>();
  return (
    <Page title={t(`importTitle.${kind}`)} hint={t(`key.${kind}`)}>
      <Section title={t('check')}>
        {run ? null : <p className="xh-prose xh-import-words">{t('steps')}</p>}
        {run ? (
          <Outcome kind={kind} run={run} onAgain={() => setRun(undefined)} />
        ) : (
          <ImportPreview<{ importRun?: ImportRun | null }>
            kind={kind}
            confirm={(previewId) => confirm({ input: { previewId } })}
            onDone={({ importRun }) => setRun(importRun ?? undefined)}
          />
        )}
      </Section>
    </Page>
  );
}

/** The importing screen of the kind in the address. */
export default function ImportScreen(): ReactNode {
  const { t } = useTranslation('imports');
  const can = useCan();
  const { kind = '' } = useParams();
  if (!isImportKind(kind)) {
    return (
      <EmptyState
        title={t('unknown')}
        hint={
          <span className="xh-button-row">
            {IMPORT_KIND_NAMES.filter((one) => can(IMPORT_KINDS[one].permission)).map((one) => (
              <Link key={one} to={`/import/${one}`}>
                {t(`importTitle.${one}`)}
              </Link>
            ))}
          </span>
        }
      />
    );
  }
  if (!can(IMPORT_KINDS[kind].permission)) {
    return <EmptyState title={t('forbidden', { kind: t(`kinds.${kind}`) })} />;
  }
  return <ImportOf key={kind} kind={kind} />;
}
