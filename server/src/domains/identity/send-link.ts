import type { Locale } from '@xinghuo/shared/identity/account';
import type { Job } from '../../platform/jobs/define-job.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { type InvitationMail, invitationMail } from './mail-invitation.ts';
import { type PasswordMail, passwordMail } from './mail-password.ts';
import { newSecret } from './secret.ts';

/** A mail with a link, as it is queued: its text is made when it is sent, where the public address is known. */
export type LinkMail = {
  readonly to: string;
  readonly locale: Locale;
  /** The secret at the end of the link. */
  readonly token: string;
} & (
  | { readonly template: 'invitation'; readonly params: InvitationMail }
  | { readonly template: 'password'; readonly params: PasswordMail }
);

const JOB = 'identity.link';

/** Sends a mail with a link. Sealed: the queue holds address and link encrypted, and only until the mail has gone. */
export const sendLinkJob: Job = {
  name: JOB,
  sealed: true,
  async run({ mailer, publicUrl }, data) {
    const mail = data as unknown as LinkMail;
    const link = `${publicUrl.replace(/\/$/, '')}/invitations/${mail.token}`;
    const text =
      mail.template === 'invitation'
        ? invitationMail(mail.locale, mail.params, link)
        : passwordMail(mail.locale, mail.params, link);
    await mailer.send({ to: mail.to, ...text });
  },
};

/** Queues a mail with a link; it goes out if, and only if, the transaction commits. */
export async function queueLink(tx: Tx, mail: LinkMail): Promise<void> {
  await tx.enqueue(JOB, mail);
}

/** A new secret for a link: 256 bits; only its hash is stored with the invitation. */
export function newLinkSecret(): { readonly secret: string; readonly hash: string } {
  return newSecret('xhi');
}
