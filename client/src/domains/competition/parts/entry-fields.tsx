import { CATEGORIES } from '@xinghuo/shared/competition/category';
import {
  BENEFICIARIES,
  type BudgetLine,
  type NoteField,
  type PlanStep,
} from '@xinghuo/shared/competition/entry';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import type { EntryView } from '../entry-types.ts';

/** The fields of an entry in the order of the paper form; those that a screening note may point at. */
export const PAPER_FIELDS = [
  'title',
  'category',
  'applicantKind',
  'beneficiaries',
  'summary',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
  'plan',
  'budget',
  'contactName',
  'contactPhone',
] as const satisfies readonly NoteField[];
export type PaperField = (typeof PAPER_FIELDS)[number];

function Text({ value }: { value: string | null | undefined }): ReactNode {
  const { t } = useTranslation('competition');
  if (value === null || value === undefined) return <span className="xh-hint">{t('entry.hidden')}</span>;
  return value.trim() === '' ? <span className="xh-hint">{t('entry.notWritten')}</span> : value;
}

function Plan({ steps }: { steps: readonly PlanStep[] }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <table className="xc-table">
      <thead>
        <tr>
          <th scope="col">{t('entry.planWhen')}</th>
          <th scope="col">{t('entry.planWhat')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ when, what }) => (
          <tr key={`${when} ${what}`}>
            <td className="xc-nowrap">{when}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Budget({ lines, total }: { lines: readonly BudgetLine[]; total: string | null }): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <table className="xc-table">
      <thead>
        <tr>
          <th scope="col">{t('entry.budgetItem')}</th>
          <th scope="col" className="xc-right">
            {t('entry.budgetAmount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ item, amount }) => (
          <tr key={`${item} ${amount}`}>
            <td>{item}</td>
            <td className="xc-right">{formatNumber(amount, 2)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('entry.budgetTotal')}</th>
          <td className="xc-right">
            <b>{formatNumber(total, 2)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The value of one field, as it stands on paper. */
export function FieldValue({ entry, field }: { entry: EntryView; field: PaperField }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  switch (field) {
    case 'title':
      return (
        <>
          {entry.title}
          {entry.titleEn ? <span className="xc-second">{entry.titleEn}</span> : null}
        </>
      );
    case 'category':
      return label(CATEGORIES[entry.category.code]);
    case 'applicantKind':
      return label(APPLICANT_KINDS[entry.applicantKind]);
    case 'beneficiaries':
      return entry.beneficiaries.length === 0 ? (
        <Text value="" />
      ) : (
        entry.beneficiaries.map((one) => label(BENEFICIARIES[one])).join(' · ')
      );
    case 'summary':
      return (
        <>
          <Text value={entry.summary} />
          {entry.summaryEn ? <span className="xc-second">{entry.summaryEn}</span> : null}
        </>
      );
    case 'plan':
      if (!entry.plan) return <Text value={null} />;
      return entry.plan.length === 0 ? <Text value="" /> : <Plan steps={entry.plan} />;
    case 'budget':
      if (!entry.budget) return <Text value={null} />;
      return entry.budget.length === 0 ? (
        <Text value="" />
      ) : (
        <Budget lines={entry.budget} total={entry.budgetTotal ?? null} />
      );
    case 'contactName':
    case 'contactPhone':
      return entry[field] === null ? (
        <span className="xh-hint">{t('entry.hidden')}</span>
      ) : (
        entry[field] || NOTHING
      );
    default:
      return <Text value={entry[field]} />;
  }
}

/** Fields whose value is a line, not a passage: two stand side by side. */
export const SHORT_FIELDS: ReadonlySet<PaperField> = new Set([
  'category',
  'applicantKind',
  'contactName',
  'contactPhone',
]);
