import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '../core/notice.ts';
import { ReasonModal } from '../detail/reason-modal.tsx';
import type { BulkAction } from './list-types.ts';

/** What can be done with the selected rows; every step names how many it will touch before it does. */
export function BulkBar<Row>(props: {
  rows: readonly Row[];
  actions: readonly BulkAction<Row>[];
  onClear: () => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const [asking, setAsking] = useState<BulkAction<Row>>();
  if (props.rows.length === 0) return null;
  const title = asking?.title(props.rows.length) ?? '';
  const cancel = (): void => setAsking(undefined);
  const done = (): void => {
    setAsking(undefined);
    props.onClear();
    notice.success(t('detail.done', { name: title }));
  };
  return (
    <section
      className="xh-bulk"
      aria-live="polite"
      aria-label={t('list.selected', { count: props.rows.length })}
    >
      <b>{t('list.selected', { count: props.rows.length })}</b>
      {props.actions.map((action) => (
        <Button
          key={action.key}
          size="small"
          danger={'run' in action && action.danger === true}
          onClick={() => setAsking(action)}
        >
          {action.label}
        </Button>
      ))}
      <Button type="link" size="small" onClick={props.onClear}>
        {t('list.clearSelection')}
      </Button>
      {asking && 'run' in asking ? (
        <ReasonModal
          title={title}
          verb={asking.label}
          reason={asking.reason === true}
          danger={asking.danger === true}
          onCancel={cancel}
          onConfirm={async (reason) => {
            const outcome = await asking.run(props.rows, reason);
            if (outcome.ok) done();
            return outcome;
          }}
        />
      ) : (
        asking?.dialog({ rows: props.rows, title, onCancel: cancel, onDone: done })
      )}
    </section>
  );
}
