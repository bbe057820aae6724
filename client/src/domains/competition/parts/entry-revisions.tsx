import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { Diff } from '#client/ui/show/diff.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import type { EntryView, RevisionView } from '../entry-types.ts';
import { revisionFields } from '../revision-fields.ts';

/** The entry as it stands now, in the shape of a revision. */
function currentContent(entry: EntryView): object {
  return {
    ...entry,
    category: entry.category.code,
    attachments: entry.attachments.map(({ kind, title, file }) => ({ kind, title, name: file.name })),
  };
}

/** Any two revisions of an entry, field by field; the last can also be compared with what stands now. */
export function EntryRevisions({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const revisions = [...entry.revisions].sort((a, b) => a.number - b.number);
  const [chosen, choose] = useState<{ before?: string; after?: string }>({});
  const last = revisions.at(-1);
  if (!last) return <EmptyState title={t('entry.noRevisions')} hint={t('entry.noRevisionsHint')} />;
  const before = revisions.find(({ id }) => id === chosen.before) ?? revisions.at(-2) ?? last;
  const after = revisions.find(({ id }) => id === chosen.after) ?? last;
  const now = chosen.after === 'now' || revisions.length === 1;
  const name = (one: RevisionView) =>
    t('entry.revisionAt', { number: one.number, at: formatDateTime(one.submittedAt) });
  const options = revisions.map((one) => ({
    value: one.id,
    label: one.submittedByName
      ? `${name(one)} · ${t('entry.revisionBy', { name: one.submittedByName })}`
      : name(one),
  }));
  // Digests are known of what was submitted only: without them two states of the files stay comparable.
  const plain = (content: unknown): unknown =>
    now && typeof content === 'object' && content !== null && 'attachments' in content
      ? {
          ...content,
          attachments: Array.isArray(content.attachments)
            ? content.attachments.map((file: object) => ({ ...file, sha256: '' }))
            : [],
        }
      : content;
  return (
    <>
      <div className="xc-compare">
        <div className="xc-compare-side">
          <span>{t('entry.before')}</span>
          <Select
            aria-label={t('entry.before')}
            value={before.id}
            options={options}
            onChange={(id) => choose((present) => ({ ...present, before: id }))}
          />
        </div>
        <div className="xc-compare-side">
          <span>{t('entry.after')}</span>
          <Select
            aria-label={t('entry.after')}
            value={now ? 'now' : after.id}
            options={[...options, { value: 'now', label: t('entry.current') }]}
            onChange={(id) => choose((present) => ({ ...present, after: id }))}
          />
        </div>
      </div>
      {revisions.length === 1 ? <p className="xh-hint xc-gap">{t('entry.oneRevision')}</p> : null}
      <Diff
        fields={revisionFields(
          plain(before.content),
          now ? currentContent(entry) : after.content,
          (field) => t(`entry.${field}`),
          label,
        )}
        before={t('entry.revision', { number: before.number })}
        after={now ? t('entry.current') : t('entry.revision', { number: after.number })}
      />
    </>
  );
}
