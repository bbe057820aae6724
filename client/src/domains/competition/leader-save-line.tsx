import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#client/ui/core/format.ts';
import type { EntryDraft } from './leader-draft.ts';
import { fieldNamed } from './leader-steps.ts';

/** Where what is typed stands: saved on the server, on its way, or kept on this device. */
export function SaveLine({ draft }: { draft: EntryDraft }): ReactNode {
  const { t } = useTranslation('competition');
  const { status, clashes, refusals } = draft;
  // What waits for a choice, or was refused, says so in its own place.
  const held = draft.held.filter(
    (field) => !refusals.has(field) && !clashes.some((clash) => clash.field === field),
  );
  const icon = {
    same: <CheckOutlined aria-hidden />,
    typing: null,
    saving: <LoadingOutlined aria-hidden />,
    saved: <CheckOutlined aria-hidden />,
    failed: <WarningOutlined aria-hidden />,
  }[status.kind];
  const time = status.kind === 'saved' ? formatTime(status.at) : '';
  const why = status.kind === 'failed' ? status.message : '';
  const fields = held.flatMap((field) => {
    const known = fieldNamed(field);
    return known ? [t(`entry.${known}`)] : [];
  });
  return (
    <div className="xl-save">
      <span className={`xh-draft xl-save-${status.kind}`} role="status">
        {icon} {t(`wizard.status.${status.kind}`, { time, why })}
      </span>
      {fields.length > 0 && status.kind !== 'typing' && status.kind !== 'saving' ? (
        <span className="xl-held">{t('wizard.held', { fields: fields.join(t('wizard.comma')) })}</span>
      ) : null}
    </div>
  );
}
