import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorKind, errorText } from '../core/problem-text.ts';

/** What stands where a list or page is empty: what will be here, and the first step. */
export function EmptyState(props: {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}): ReactNode {
  return (
    <div className="xh-state">
      <span className="xh-state-icon" aria-hidden>
        {props.icon ?? <InboxOutlined />}
      </span>
      <p className="xh-state-title">{props.title}</p>
      {props.hint ? <p className="xh-state-hint">{props.hint}</p> : null}
      {props.action}
    </div>
  );
}

/** A failure in place of content: what happened, and a way on where there is one. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { t } = useTranslation('kit');
  const kind = errorKind(error);
  const lasting = kind === 'forbidden' || kind === 'notFound';
  return (
    <div className="xh-state" role="alert">
      <p className="xh-state-title">{errorText(error)}</p>
      {onRetry && !lasting ? <Button onClick={onRetry}>{t('action.retry')}</Button> : null}
    </div>
  );
}

/** Content on its way. Appears after a moment only, so that quick answers do not flicker. */
export function LoadingState(): ReactNode {
  const { t } = useTranslation('kit');
  return (
    <div className="xh-state" role="status" aria-label={t('state.loading')}>
      <span className="xh-spinner" />
    </div>
  );
}
