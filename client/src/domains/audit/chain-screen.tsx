import './audit.css';
import { useApolloClient } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { errorText } from '#client/ui/core/problem-text.ts';
import { Page, Section } from '#client/ui/show/page.tsx';
import { ProgressPanel, type ProgressState } from '#client/ui/show/progress-panel.tsx';
import { type ChainStretch, checkWholeChain } from './check-chain.ts';
import { AUDIT_CHAIN } from './documents.ts';

/** Verifies the hash chain stretch by stretch, as soon as the page opens. */
export default function ChainScreen(): ReactNode {
  const { t } = useTranslation('audit');
  const client = useApolloClient();
  const [run, setRun] = useState(0);
  const [last, setLast] = useState<ChainStretch>();
  const [progress, setProgress] = useState<ProgressState>();
  const ask = useCallback(
    async (from: number, signal: AbortSignal): Promise<ChainStretch> => {
      const { data } = await client.query({
        query: AUDIT_CHAIN,
        variables: { from },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      if (!data) throw new TypeError('no answer');
      return data.auditChain;
    },
    [client],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` counts the wish to verify again
  useEffect(() => {
    const abort = new AbortController();
    const startedAt = new Date().toISOString();
    const tell = (state: ProgressState['state'], stretch?: ChainStretch, message?: string): void => {
      if (abort.signal.aborted) return;
      if (stretch) setLast(stretch);
      setProgress({
        state,
        done: stretch?.to ?? 0,
        total: stretch?.links ?? 0,
        startedAt,
        updatedAt: new Date().toISOString(),
        ...(message ? { message } : {}),
      });
    };
    setLast(undefined);
    tell('running');
    checkWholeChain(
      (from) => ask(from, abort.signal),
      (stretch) => tell('running', stretch),
    ).then(
      (stretch) => tell('done', stretch),
      (error: unknown) => tell('failed', undefined, errorText(error)),
    );
    return () => abort.abort();
  }, [ask, run]);
  const ended = progress !== undefined && progress.state !== 'running';
  return (
    <Page
      title={t('chain.title')}
      hint={t('chain.intro')}
      actions={
        ended ? <Button onClick={() => setRun((count) => count + 1)}>{t('chain.again')}</Button> : null
      }
    >
      {progress && progress.state !== 'done' ? (
        <ProgressPanel
          title={progress.state === 'failed' ? t('chain.failed') : t('chain.running')}
          progress={progress}
        />
      ) : null}
      {progress?.state === 'done' && last ? <ChainResult stretch={last} /> : null}
    </Page>
  );
}

/** What the check found. */
function ChainResult({ stretch }: { stretch: ChainStretch }): ReactNode {
  const { t } = useTranslation('audit');
  const { brokenAt, links, unsealed, head } = stretch;
  return (
    <>
      {brokenAt === null || brokenAt === undefined ? (
        <Alert
          className="xh-form-alert"
          type="success"
          showIcon
          title={t('chain.whole')}
          description={`${t('chain.wholeBody', { count: links })}${
            unsealed > 0 ? ` ${t('chain.unsealed', { count: unsealed })}` : ''
          }`}
        />
      ) : (
        <Alert
          className="xh-form-alert"
          type="error"
          showIcon
          role="alert"
          title={t('chain.broken', { position: formatNumber(brokenAt) })}
          description={t('chain.brokenBody')}
        />
      )}
      {head ? (
        <Section title={t('chain.head')}>
          <p className="xh-audit-hash">
            <code>
              #{formatNumber(head.position)} {head.hash}
            </code>
          </p>
          <p className="xh-hint">{t('chain.headHint')}</p>
        </Section>
      ) : null}
    </>
  );
}
