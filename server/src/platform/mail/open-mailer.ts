import type { MailConfig, Mailer } from './mailer.ts';
import { openOutbox } from './outbox.ts';
import { openSmtp } from './smtp.ts';

/** Opens the way out. */
export function openMailer(config: MailConfig): Promise<Mailer> {
  return config.kind === 'smtp' ? openSmtp(config) : openOutbox(config);
}
