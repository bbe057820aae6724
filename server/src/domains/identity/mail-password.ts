import type { Locale } from '@xinghuo/shared/identity/account';
import { type MailText, shanghaiTime } from './mail-text.ts';

/** What a link to choose a password says. */
export interface PasswordMail {
  readonly name: string;
  /** A new account is welcomed; otherwise somebody reset the password. */
  readonly welcome: boolean;
  /** ISO instant until which the link works. */
  readonly expiresAt: string;
}

/** The mail that lets a person choose a password. */
export function passwordMail(locale: Locale, mail: PasswordMail, link: string): MailText {
  const until = shanghaiTime(mail.expiresAt);
  if (locale === 'en') {
    return {
      subject: mail.welcome ? 'Xinghuo: your account is ready' : 'Xinghuo: choose a new password',
      text: `Dear ${mail.name},

${
  mail.welcome
    ? 'An account on the Xinghuo volunteer service platform has been made for you.'
    : 'The password of your Xinghuo account has been reset; the former one no longer works.'
} Choose a password here:

${link}

The link works once, until ${until} (Beijing time). If it has expired, ask a coordinator for a new one.
`,
    };
  }
  return {
    subject: mail.welcome ? '星火：您的账号已开通' : '星火：请设置新密码',
    text: `${mail.name}，您好：

${
  mail.welcome ? '已为您开通“星火”志愿服务平台账号。' : '您的“星火”账号密码已被重置，原密码不再有效。'
}请打开下面的链接设置密码：

${link}

链接只能使用一次，有效期至 ${until}（北京时间）。如已过期，请联系协调员重新发送。
`,
  };
}
