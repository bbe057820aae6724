import { AUDIT_ACTORS, AUDIT_WAYS } from '@xinghuo/shared/audit/ways';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import type { ValueWords } from './audit-values.ts';

/** The words of the log by the names it uses; a name without words yet stays as it is. */
export interface AuditWords {
  readonly operation: (name: string) => string;
  readonly type: (name: string) => string;
  readonly field: (name: string) => string;
  /** What it was about: type and present name; empty where it was about nothing. */
  readonly subject: (event: {
    readonly subjectType: string | null;
    readonly subjectName: string | null;
    readonly subjectNameEn: string | null;
  }) => string;
  /** Who did it: the product and visitors have words of their own. */
  readonly actor: (event: { readonly actor: string; readonly via?: string }) => string;
  readonly values: ValueWords;
  /** The steps and types that have words, for choosing among them. */
  readonly operations: readonly string[];
  readonly types: readonly string[];
}

/** Words for drawing the log. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation('audit');
  const label = useLabel();
  const nameOf = useNameOf();
  const among = (table: string) => (name: string) => {
    const words: unknown = i18n.getResource(i18n.language, 'audit', `${table}.${name}`);
    return typeof words === 'string' ? words : name;
  };
  const keys = (table: string): readonly string[] => {
    const words: unknown = i18n.getResource(i18n.language, 'audit', table);
    return typeof words === 'object' && words !== null ? Object.keys(words) : [];
  };
  const type = among('types');
  return {
    operations: keys('operations'),
    types: keys('types'),
    operation: among('operations'),
    type,
    subject: ({ subjectType, subjectName, subjectNameEn }) =>
      [subjectType && type(subjectType), subjectName && nameOf({ name: subjectName, nameEn: subjectNameEn })]
        .filter(Boolean)
        .join(' · '),
    field: among('fields'),
    actor: ({ actor, via }) => {
      // Somebody who signs in comes as a visitor and leaves a name; so does the product when it acts for somebody.
      if (actor === 'system' && (via === undefined || via === 'system')) return label(AUDIT_ACTORS.system);
      return actor === 'visitor' && (via === undefined || via === 'anonymous')
        ? label(AUDIT_ACTORS.visitor)
        : actor;
    },
    values: { yes: t('yes'), no: t('no'), secret: t('event.secret'), label, field: among('fields') },
  };
}

const WAYS: EnumTable = AUDIT_WAYS;

/** How somebody came to the product, in words. */
export function useViaWords(): (via: string) => string {
  const label = useLabel();
  return (via) => {
    const words = WAYS[via];
    return words ? label(words) : via;
  };
}
