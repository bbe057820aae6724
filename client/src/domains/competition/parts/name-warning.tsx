import { useQuery } from '@apollo/client/react';
import { NAMED_PARTIES } from '@xinghuo/shared/competition/name-mentions';
import { Alert } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { NAME_CHECK } from '../documents/name-check.ts';
import { type FormField, fieldNamed } from '../leader-steps.ts';

/** Files are being read: the check is asked for again after so long, and not for ever; in milliseconds. */
const AGAIN = 15_000;
const PATIENCE = 5 * 60_000;

/**
 * Warns where an entry of an edition with a blind round would tell its judges whose it is; nothing without such a round.
 * `stamp` changes with every save, and the check is then made again. `place` makes a field's name a way to it.
 */
export function NameWarning(props: {
  entryId: string;
  stamp?: number;
  place?: (field: FormField, name: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const { entryId, stamp = 0, place = (_field, name) => name } = props;
  const { data, refetch, startPolling, stopPolling } = useQuery(NAME_CHECK, {
    variables: { id: entryId },
    fetchPolicy: 'cache-and-network',
  });
  const check = data?.entry?.nameCheck;
  const waiting = (check?.unread.length ?? 0) > 0;
  useEffect(() => {
    if (stamp > 0) void refetch();
  }, [stamp, refetch]);
  useEffect(() => {
    if (!waiting) return;
    startPolling(AGAIN);
    const timer = setTimeout(stopPolling, PATIENCE);
    return () => {
      clearTimeout(timer);
      stopPolling();
    };
  }, [waiting, startPolling, stopPolling]);
  if (!data?.entry || !check) return null;
  const titles = new Map(data.entry.attachments.map(({ id, title }) => [id, title]));
  const titlesOf = (ids: readonly string[]): string =>
    ids.map((id) => t('names.quoted', { title: titles.get(id) ?? '' })).join(t('names.comma'));
  const { mentions, unread, textless, partly } = check;
  return (
    <Alert
      className="xc-names"
      type={mentions.length > 0 ? 'warning' : 'info'}
      showIcon
      title={mentions.length > 0 ? t('names.found', { count: mentions.length }) : t('names.none')}
      description={
        <>
          {mentions.length > 0 ? (
            <ul>
              {mentions.map(({ field, attachmentId, inContent, party, name, excerpt }) => {
                const known = fieldNamed(field);
                const words = known ? t(`entry.${known}`) : field;
                return (
                  <li key={`${field} ${attachmentId} ${inContent} ${name}`}>
                    <b>
                      {known ? place(known, words) : words}
                      {attachmentId
                        ? t(inContent ? 'names.inFile' : 'names.inFileName', {
                            title: titles.get(attachmentId) ?? '',
                          })
                        : null}
                    </b>
                    <span>{t('names.whose', { party: label(NAMED_PARTIES[party]), name })}</span>
                    <q>{excerpt}</q>
                  </li>
                );
              })}
            </ul>
          ) : null}
          {unread.length > 0 ? <p>{t('names.unread', { files: titlesOf(unread) })}</p> : null}
          {textless.length > 0 ? <p>{t('names.textless', { files: titlesOf(textless) })}</p> : null}
          {partly.length > 0 ? <p>{t('names.partly', { files: titlesOf(partly) })}</p> : null}
        </>
      }
    />
  );
}
