import { enumTable } from '../kernel/label.ts';

/** How somebody came to the product. */
export const AUDIT_WAYS = enumTable({
  session: { zh: '网页', en: 'The pages' },
  token: { zh: '访问令牌', en: 'An API token' },
  anonymous: { zh: '未登录', en: 'Not signed in' },
  system: { zh: '系统', en: 'The platform' },
});

/** Who acted where no account did: what the log holds for a name. */
export const AUDIT_ACTORS = enumTable({
  system: { zh: '系统', en: 'The platform' },
  visitor: { zh: '访客', en: 'A visitor' },
});
