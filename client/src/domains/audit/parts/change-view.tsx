import '../audit.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NOTHING } from '#client/ui/core/format.ts';
import { Diff } from '#client/ui/show/diff.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { type AuditChange, changedFields } from '../audit-changes.ts';
import { subjectPath, valueText } from '../audit-values.ts';
import { useAuditWords } from '../audit-words.ts';

/**
 * What a change did, field by field: both sides of an update, the one side of the rest. On the page of an object the
 * fields that only point back to it (`own` is its id) say nothing and are left out.
 */
export function ChangeFields({ change, own }: { change: AuditChange; own?: string }): ReactNode {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const names = changedFields(change).filter(
    (name) => own === undefined || (change.after[name] ?? change.before[name]) !== own,
  );
  const text = (side: Readonly<Record<string, unknown>>, name: string): string =>
    valueText(change.type, name, side[name], words.values);
  if (change.kind === 'update') {
    return (
      <Diff
        before={t('event.before')}
        after={t('event.after')}
        fields={names.map((name) => ({
          key: name,
          label: words.field(name),
          before: text(change.before, name),
          after: text(change.after, name),
        }))}
      />
    );
  }
  const side = change.kind === 'create' ? change.after : change.before;
  if (names.length === 0) return <p className="xh-hint">{t('noChanges')}</p>;
  return (
    <dl className="xh-audit-fields">
      {names.map((name) => (
        <div key={name}>
          <dt>{words.field(name)}</dt>
          <dd>{text(side, name) || NOTHING}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One object that a step touched, as a card with a link to its page. */
export function ChangeView({ change }: { change: AuditChange }): ReactNode {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const path = subjectPath(change.type, change.id);
  const name = change.after.name ?? change.after.title ?? change.before.name ?? change.before.title;
  const title = [words.type(change.type), typeof name === 'string' ? name : ''].filter(Boolean).join(' · ');
  return (
    <div className="xh-audit-change">
      <Section
        title={path ? <Link to={path}>{title}</Link> : title}
        extra={<span className="xh-hint">{t(`event.${change.kind}`)}</span>}
      >
        <ChangeFields change={change} />
      </Section>
    </div>
  );
}
