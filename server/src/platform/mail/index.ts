export { type MailConfig, type Mailer, MailFailure } from './mailer.ts';
export { openMailer } from './open-mailer.ts';
