import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ATTACHMENT_KINDS, BENEFICIARIES } from '@xinghuo/shared/competition/entry';
import type { EnumTable, Label } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import type { DiffField } from '#client/ui/show/diff.tsx';

/** The fields of a revision in the order of the paper form. */
export const REVISION_FIELDS = [
  'title',
  'titleEn',
  'category',
  'applicantKind',
  'beneficiaries',
  'summary',
  'summaryEn',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
  'plan',
  'budget',
  'budgetTotal',
  'contactName',
  'contactPhone',
  'attachments',
] as const;
export type RevisionField = (typeof REVISION_FIELDS)[number];

type Words = (label: Label) => string;

function record(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function named(table: EnumTable, value: unknown, words: Words): string {
  const known = Object.entries(table).find(([key]) => key === value);
  return known ? words(known[1]) : text(value);
}

function lines(value: unknown, line: (item: ReadonlyMap<string, unknown>) => string): string {
  return Array.isArray(value) ? value.map((item) => line(record(item))).join('\n') : '';
}

function written(field: RevisionField, value: unknown, words: Words): string {
  switch (field) {
    case 'category':
      return named(CATEGORIES, value, words);
    case 'applicantKind':
      return named(APPLICANT_KINDS, value, words);
    case 'beneficiaries':
      return Array.isArray(value) ? value.map((one) => named(BENEFICIARIES, one, words)).join('\n') : '';
    case 'plan':
      return lines(value, (step) => `${text(step.get('when'))} ${text(step.get('what'))}`);
    case 'budget':
      return lines(value, (line) => `${text(line.get('item'))} ${text(line.get('amount'))}`);
    case 'attachments':
      // The digest tells two files of the same name apart.
      return lines(value, (file) =>
        [
          named(ATTACHMENT_KINDS, file.get('kind'), words),
          text(file.get('title')),
          text(file.get('name')),
          text(file.get('sha256')).slice(0, 8),
        ]
          .filter(Boolean)
          .join(' '),
      );
    default:
      return text(value);
  }
}

/** Two revisions (`content` of the contract) as fields a reader can compare. What a revision lacks counts as empty. */
export function revisionFields(
  before: unknown,
  after: unknown,
  names: (field: RevisionField) => string,
  words: Words,
): readonly DiffField[] {
  const [old, next] = [record(before), record(after)];
  return REVISION_FIELDS.map((field) => ({
    key: field,
    label: names(field),
    before: written(field, old.get(field), words),
    after: written(field, next.get(field), words),
  }));
}
