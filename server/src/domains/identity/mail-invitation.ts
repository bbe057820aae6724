import type { Locale } from '@xinghuo/shared/identity/account';
import { ROLES, type Role } from '@xinghuo/shared/kernel/role';
import type { MailText } from './mail-text.ts';
import { shanghaiTime } from './mail-text.ts';

/** What an invitation says. */
export interface InvitationMail {
  /** Name of the person invited. */
  readonly name: string;
  /** Who invites; null when the product itself does. */
  readonly inviter: string | null;
  readonly roles: readonly {
    readonly role: Role;
    readonly scopeName: string | null;
    readonly scopeNameEn: string | null;
  }[];
  /** ISO instant until which the link works. */
  readonly expiresAt: string;
}

/** The mail that invites a person. */
export function invitationMail(locale: Locale, mail: InvitationMail, link: string): MailText {
  const zh = mail.roles.map(
    ({ role, scopeName }) => `${scopeName ? `“${scopeName}”的` : ''}${ROLES[role].zh}`,
  );
  const en = mail.roles.map(({ role, scopeName, scopeNameEn }) => {
    const name = scopeNameEn ?? scopeName;
    return `${ROLES[role].en}${name ? ` (${name})` : ''}`;
  });
  const until = shanghaiTime(mail.expiresAt);
  if (locale === 'en') {
    return {
      subject: `Xinghuo: you are invited as ${en.join(', ')}`,
      text: `Dear ${mail.name},

${mail.inviter ?? 'The competition office'} invites you to the Xinghuo volunteer service platform as:

${en.map((line) => `  - ${line}`).join('\n')}

Open this link to choose a password and begin:

${link}

The link works once, until ${until} (Beijing time). If you did not expect this mail, ignore it: nothing happens.
`,
    };
  }
  return {
    subject: `星火：邀请您担任${zh.join('、')}`,
    text: `${mail.name}，您好：

${mail.inviter ?? '大赛办公室'}邀请您在“星火”志愿服务平台担任：

${zh.map((line) => `  · ${line}`).join('\n')}

请打开下面的链接，设置密码后即可开始：

${link}

链接只能使用一次，有效期至 ${until}（北京时间）。如果您不清楚这封邮件的来由，请忽略它，不会有任何影响。
`,
  };
}
