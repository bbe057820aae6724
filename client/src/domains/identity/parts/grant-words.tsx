import '../identity.css';
import { ROLES, type Role, type ScopeKind } from '@xinghuo/shared/kernel/role';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { scopeIn } from '#client/ui/core/viewer.ts';

/** What is shown of a role somebody holds or is offered. */
export interface ShownGrant {
  readonly id: string;
  readonly role: Role;
  readonly scope: ScopeKind;
  readonly scopeName?: string | null | undefined;
  readonly scopeNameEn?: string | null | undefined;
}

/** A role in words: `评委 · 2026 年大赛`. The whole city goes without saying. */
export function useGrantWords(): (grant: Omit<ShownGrant, 'id'>) => string {
  const label = useLabel();
  const language = useLanguage();
  return ({ role, scopeName = null, scopeNameEn = null }) => {
    const name = scopeIn(language, { scopeName, scopeNameEn });
    return name ? `${label(ROLES[role])} · ${name}` : label(ROLES[role]);
  };
}

/** How many roles a row of a list has room for. */
const SHOWN = 2;

/** The roles of one row. */
export function GrantList({ grants }: { grants: readonly ShownGrant[] }): ReactNode {
  const { t } = useTranslation('identity');
  const words = useGrantWords();
  if (grants.length === 0) return <span className="xh-hint">{t('roles.none')}</span>;
  const all = grants.map(words);
  return (
    <span className="xh-grant-list" title={all.join('\n')}>
      {all.slice(0, SHOWN).join(t('separator'))}
      {all.length > SHOWN ? <span className="xh-hint"> +{all.length - SHOWN}</span> : null}
    </span>
  );
}
