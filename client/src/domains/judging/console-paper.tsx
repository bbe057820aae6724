import { BENEFICIARIES } from '@xinghuo/shared/competition/entry';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import type { Paper } from './judge-transport.ts';

type Entry = NonNullable<Paper['entry']>;
const TEXTS = ['need', 'activities', 'innovation', 'replicability', 'results'] as const;

/** What the team wrote, as a paper to read. */
export function ConsolePaper({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const facts =
    entry.factsActiveMonths === null && entry.factsMembers === null && entry.factsMinutes === null
      ? null
      : t('console.paperOf.factsLine', {
          months: formatNumber(entry.factsActiveMonths),
          members: formatNumber(entry.factsMembers),
          hours: formatNumber(entry.factsMinutes === null ? null : Math.floor(entry.factsMinutes / 60)),
        });
  return (
    <article className="xh-paper">
      <header>
        <p className="xh-hint">
          {entry.number} · {english ? entry.category.titleEn : entry.category.title}
        </p>
        <h2>{entry.title}</h2>
        {english && entry.titleEn ? <p className="xh-paper-translation">{entry.titleEn}</p> : null}
        <dl>
          {entry.team ? (
            <div>
              <dt>{t('console.paperOf.team')}</dt>
              <dd>{english && entry.team.nameEn ? entry.team.nameEn : entry.team.name}</dd>
            </div>
          ) : null}
          <div>
            <dt>{t('console.paperOf.kind')}</dt>
            <dd>{label(APPLICANT_KINDS[entry.applicantKind])}</dd>
          </div>
          {facts === null ? null : (
            <div>
              <dt>{t('console.paperOf.facts')}</dt>
              <dd>{facts}</dd>
            </div>
          )}
          {entry.beneficiaries.length > 0 ? (
            <div>
              <dt>{t('console.paperOf.beneficiaries')}</dt>
              <dd>
                {entry.beneficiaries.map((one) => label(BENEFICIARIES[one])).join(english ? ', ' : '、')}
              </dd>
            </div>
          ) : null}
        </dl>
      </header>
      <Text title={t('console.paperOf.summary')} text={entry.summary} />
      {english && entry.summaryEn ? <p className="xh-paper-translation">{entry.summaryEn}</p> : null}
      {TEXTS.map((field) => (
        <Text key={field} title={t(`console.paperOf.${field}`)} text={entry[field]} />
      ))}
      <Plan entry={entry} />
      <Budget entry={entry} />
    </article>
  );
}

function Text({ title, text }: { title: string; text: string | null }): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <section>
      <h3>{title}</h3>
      {text ? (
        <p className="xh-paper-text">{text}</p>
      ) : (
        <p className="xh-hint">{t('console.paperOf.nothing')}</p>
      )}
    </section>
  );
}

function Plan({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('judging');
  if (!entry.plan || entry.plan.length === 0) return null;
  return (
    <section>
      <h3>{t('console.paperOf.plan')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('console.paperOf.when')}</th>
            <th scope="col">{t('console.paperOf.what')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.plan.map(({ when, what }) => (
            <tr key={`${when}${what}`}>
              <td className="xh-paper-when">{when}</td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Budget({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('judging');
  if (!entry.budget || entry.budget.length === 0) return null;
  return (
    <section>
      <h3>{t('console.paperOf.budget')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('console.paperOf.item')}</th>
            <th scope="col" className="xh-paper-amount">
              {t('console.paperOf.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.budget.map(({ item, amount }) => (
            <tr key={`${item}${amount}`}>
              <td>{item}</td>
              <td className="xh-paper-amount">{formatNumber(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('console.paperOf.sum')}</th>
            <td className="xh-paper-amount">{formatNumber(entry.budgetTotal)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
