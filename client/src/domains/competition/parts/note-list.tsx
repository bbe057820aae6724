import { CheckOutlined, CloseOutlined, CommentOutlined } from '@ant-design/icons';
import type { NoteField } from '@xinghuo/shared/competition/entry';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import type { NoteView } from '../entry-types.ts';
import type { useNotes } from '../use-notes.ts';

/** The longest note the server takes, in characters. */
const LONGEST = 1000;

/** The notes at one field: those sent, those being written, and a way to write one more. */
export function NoteList(props: {
  field: NoteField;
  sent: readonly NoteView[];
  /** Absent when notes can only be read. */
  draft?: ReturnType<typeof useNotes>;
}): ReactNode {
  const { t } = useTranslation('competition');
  const [added, setAdded] = useState<string>();
  const { field, sent, draft } = props;
  const name = t(`entry.${field}`);
  return (
    <div className="xc-notes">
      {sent.map(({ id, text, authorName, createdAt, resolved }) => (
        <div key={id} className={resolved ? 'xc-note xc-note-resolved' : 'xc-note'}>
          <p>{text}</p>
          <p className="xh-hint">
            {t('screening.by', { name: authorName ?? t('screening.office'), at: formatDateTime(createdAt) })}
            {' · '}
            {resolved ? (
              <>
                <CheckOutlined aria-hidden /> {t('screening.resolved')}
              </>
            ) : (
              t('screening.open')
            )}
          </p>
        </div>
      ))}
      {draft?.notes
        .filter((note) => note.field === field)
        .map(({ key, text }) => (
          <div key={key} className="xc-note xc-note-draft">
            <Input.TextArea
              value={text}
              autoFocus={key === added}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={LONGEST}
              aria-label={t('screening.note', { field: name })}
              onChange={(event) => draft.write(key, event.target.value)}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('screening.remove')}
              title={t('screening.remove')}
              onClick={() => draft.remove(key)}
            />
          </div>
        ))}
      {draft ? (
        <Button
          type="link"
          size="small"
          icon={<CommentOutlined />}
          aria-label={t('screening.addAt', { field: name })}
          onClick={() => setAdded(draft.add(field))}
        >
          {t('screening.add')}
        </Button>
      ) : null}
    </div>
  );
}
