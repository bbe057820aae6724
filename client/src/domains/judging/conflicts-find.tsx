import { Alert, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConflictsFindMutation } from '#client/__generated__/graphql.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { CONFLICTS_FIND } from './conflicts-documents.ts';
import { conflictReason } from './conflicts-words.ts';

type Found = ConflictsFindMutation['conflictsFind'];

function FoundList({ found }: { found: Found }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const conflicts = found.conflicts ?? [];
  const blocked = found.blocked ?? [];
  return (
    <>
      <p>
        <b>{t('conflicts.foundCount', { count: conflicts.length })}</b>{' '}
        {t('conflicts.released', { count: found.released ?? 0 })}
      </p>
      {conflicts.length > 0 ? (
        <ul className="xj-lines xj-scroll">
          {conflicts.map((conflict) => (
            <li key={conflict.id}>
              <span>
                {conflict.judge?.code} {conflict.judge?.name}
              </span>
              <span>{english ? conflict.entryTitleEn : conflict.entryTitle}</span>
              <small>{conflictReason({ source: 'FOUND', reason: conflict.reason }, label)}</small>
            </li>
          ))}
        </ul>
      ) : null}
      {blocked.length > 0 ? (
        <>
          <Alert type="warning" showIcon title={t('conflicts.blocked', { count: blocked.length })} />
          <ul className="xj-lines">
            {blocked.map(({ id, judge, entry }) => (
              <li key={id}>
                <Link to={`/sheets/${id}`}>
                  {judge?.code} {judge?.name} · {entry?.number} {entry?.title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** The dialog that looks for conflicts: what is compared and what follows, then what was found. */
export function ConflictsFind({ roundId, onClose }: { roundId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const [find, busy] = useWrite(CONFLICTS_FIND, { refetch: ['ConflictList'] });
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<string>();
  const run = async (): Promise<void> => {
    setFailure(undefined);
    const outcome = await find({ input: { roundId } });
    if (outcome.ok) setFound(outcome.payload);
    else setFailure(outcome.message);
  };
  return (
    <Modal
      open
      title={t('conflicts.find')}
      width={640}
      onCancel={onClose}
      footer={
        found ? (
          <Button type="primary" onClick={onClose}>
            {t('conflicts.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('conflicts.cancel')}</Button>
            <Button type="primary" loading={busy} onClick={() => void run()}>
              {t('conflicts.findRun')}
            </Button>
          </>
        )
      }
    >
      {failure ? <Alert className="xh-form-alert" type="error" showIcon title={failure} /> : null}
      {found ? (
        <FoundList found={found} />
      ) : (
        <>
          <p>{t('conflicts.findWhat')}</p>
          <p>{t('conflicts.findEffect')}</p>
        </>
      )}
    </Modal>
  );
}
