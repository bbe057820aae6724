import { enumTable } from '../kernel/label.ts';

/** Whether an API token works; EXPIRED follows from the clock. */
export const API_TOKEN_STATES = enumTable({
  ACTIVE: { zh: '有效', en: 'Active' },
  EXPIRED: { zh: '已过期', en: 'Expired' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
});
export type ApiTokenState = keyof typeof API_TOKEN_STATES;
