import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, NOTHING } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import type { EntryView } from '../entry-types.ts';
import { FieldValue, PAPER_FIELDS, SHORT_FIELDS } from './entry-fields.tsx';

/** The whole application, as on paper. */
export function EntryPaper({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  // What the reader may not see is absent: rows of refusals tell nothing.
  const written = entry.need !== null;
  const shown = PAPER_FIELDS.filter((field) => field === 'category' || entry[field] !== null);
  return (
    <div className="xc-paper">
      <dl>
        {shown.map((field) => (
          <div key={field} className={SHORT_FIELDS.has(field) ? 'xc-paper-short' : undefined}>
            <dt>{t(`entry.${field}`)}</dt>
            <dd>
              <FieldValue entry={entry} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {written ? <TeamFacts entry={entry} /> : null}
    </div>
  );
}

/** The facts of the team that were frozen at submission. */
function TeamFacts({ entry }: { entry: EntryView }): ReactNode {
  const { t } = useTranslation('competition');
  const language = useLanguage();
  const { factsActiveMonths: months, factsMembers: members, factsMinutes: minutes } = entry;
  return (
    <>
      <h2>{t('entry.teamFacts')}</h2>
      <dl>
        <div className="xc-paper-short">
          <dt>{t('entry.activeMonths')}</dt>
          <dd>{months === null ? NOTHING : t('entry.months', { count: months })}</dd>
        </div>
        <div className="xc-paper-short">
          <dt>{t('entry.members')}</dt>
          <dd>{members === null ? NOTHING : t('entry.people', { count: members })}</dd>
        </div>
        <div className="xc-paper-short">
          <dt>{t('entry.serviceTime')}</dt>
          <dd>{minutes === null ? NOTHING : formatMinutes(minutes, language)}</dd>
        </div>
      </dl>
    </>
  );
}
