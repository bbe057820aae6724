import { Alert, Button, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { SHEET_WITHHOLD } from './progress-documents.ts';

type Sheet = NonNullable<SheetPageQuery['scoreSheet']>;
const REASON_ID = 'withhold-reason';

function WithholdDialog({ sheet, onClose }: { sheet: Sheet; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const [reason, setReason] = useState('');
  const [write, busy] = useWrite(SHEET_WITHHOLD);
  const withhold = sheet.withheldRemark === null;
  const send = async (): Promise<void> => {
    const outcome = await write({ input: { id: sheet.id, withhold, reason } });
    if (!outcome.ok) {
      notice.error(outcome.message);
      return;
    }
    notice.success(withhold ? t('progress.withheldDone') : t('progress.passedDone'));
    onClose();
  };
  return (
    <Modal
      open
      title={withhold ? t('progress.withhold') : t('progress.passOn')}
      okText={withhold ? t('progress.withhold') : t('progress.passOn')}
      okButtonProps={{ danger: withhold, disabled: reason.trim() === '', loading: busy }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <label htmlFor={REASON_ID}>{t('progress.withholdReason')}</label>
      <Input.TextArea
        id={REASON_ID}
        value={reason}
        rows={3}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}

/** The overall remark as the office sees it: whether the judge passes it on, and whether the office keeps it back. */
export function SheetRemark({ sheet }: { sheet: Sheet }): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('scoreSheet.withhold');
  const [open, setOpen] = useState(false);
  const withheld = sheet.withheldRemark;
  return (
    <Section
      title={t('progress.remark')}
      extra={
        manage && sheet.remark && (sheet.remarkReleased || withheld) ? (
          <Button size="small" danger={withheld === null} onClick={() => setOpen(true)}>
            {withheld ? t('progress.passOn') : t('progress.withhold')}
          </Button>
        ) : undefined
      }
    >
      <p className={sheet.remark ? 'xh-prose' : 'xh-hint'}>{sheet.remark || t('progress.noRemark')}</p>
      {sheet.remark ? (
        <p className="xh-hint">{sheet.remarkReleased ? t('progress.released') : t('progress.notReleased')}</p>
      ) : null}
      {withheld ? (
        <Alert
          type="warning"
          showIcon
          title={t('progress.withheldBecause', { reason: withheld.reason })}
          description={`${withheld.byName ?? ''} ${formatDateTime(withheld.at)}`.trim()}
        />
      ) : null}
      {open ? <WithholdDialog sheet={sheet} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
