export { type Mail, type MailConfig, type Mailer, MailFailure, openMailer } from './mailer.ts';
