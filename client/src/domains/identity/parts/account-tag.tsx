import { ACCOUNT_STATES, type AccountState } from '@xinghuo/shared/identity/account';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { ACCOUNT_TONES } from '../tones.ts';

/** Whether an account may be used: invited only, while its person has not chosen a password. */
export function AccountTag(props: {
  account: { readonly state: AccountState; readonly hasPassword: boolean };
}): ReactNode {
  const { t } = useTranslation('identity');
  const { state, hasPassword } = props.account;
  return state === 'ACTIVE' && !hasPassword ? (
    <ToneTag tone="waiting">{t('accounts.invited')}</ToneTag>
  ) : (
    <StateTag of={ACCOUNT_STATES} tones={ACCOUNT_TONES} value={state} />
  );
}
