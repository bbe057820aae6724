import { createTransport } from 'nodemailer';
import { checkAddress, type MailConfig, type Mailer, MailFailure } from './mailer.ts';

/** Sends through an SMTP server over a small pool of connections. The connection is made with the first message. */
export async function openSmtp(config: Extract<MailConfig, { kind: 'smtp' }>): Promise<Mailer> {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host: config.host,
    port: config.port,
    secure: config.secure,
    requireTLS: !config.secure && config.allowPlain !== true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(config.user === undefined ? {} : { auth: { user: config.user, pass: config.password ?? '' } }),
  });
  return {
    async send(mail) {
      checkAddress(mail.to);
      try {
        const { messageId } = await transport.sendMail({ from: config.from, ...mail });
        return { messageId };
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The failure without the server's words. 4xx answers and broken connections pass, 5xx answers do not. */
function failureOf(error: unknown): MailFailure {
  const response =
    error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
      ? error.responseCode
      : null;
  if (response !== null && response >= 500)
    return new MailFailure('MAIL_REFUSED', { retry: false, response });
  // A server that offers no TLS or takes no password of ours will not do so in a minute either.
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const lasting = code === 'EAUTH' || code === 'ETLS';
  return new MailFailure(lasting ? 'MAIL_REFUSED' : 'MAIL_UNREACHABLE', { retry: !lasting, response });
}
