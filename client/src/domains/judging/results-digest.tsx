import { DownloadOutlined } from '@ant-design/icons';
import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { Section } from '#client/ui/show/page.tsx';
import type { OfficialResult } from './results-view.ts';

/** How the result came about, and the digests by which anybody can compute it again. */
export function ResultDigest({ result }: { result: OfficialResult }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  return (
    <Section title={t('results.digest')}>
      <p>{t('results.digestHint')}</p>
      <dl className="xj-digest">
        <dt>{t('results.rule')}</dt>
        <dd>{label(RULE_KINDS[result.ruleKind])}</dd>
        <dt>{t('results.computedAt')}</dt>
        <dd>{formatDateTime(result.computedAt)}</dd>
        <dt>{t('results.frozenAt')}</dt>
        <dd>{result.frozenAt ? formatDateTime(result.frozenAt) : t('results.notFrozen')}</dd>
        <dt>{t('results.inputsDigest')}</dt>
        <dd>
          <code>{result.inputsDigest}</code>
        </dd>
        <dt>{t('results.resultDigest')}</dt>
        <dd>
          <code>{result.resultDigest}</code>
        </dd>
        {result.publication ? (
          <>
            <dt>{t('results.bundle')}</dt>
            <dd>
              <code>{result.publication.digest}</code>
              {result.publication.bundlePath ? (
                <p>
                  <Button href={result.publication.bundlePath} icon={<DownloadOutlined />}>
                    {t('results.bundleDownload')}
                  </Button>{' '}
                  <small className="xh-hint">{t('results.bundleHint')}</small>
                </p>
              ) : null}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}
