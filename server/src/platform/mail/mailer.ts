/** Where mail goes. */
export type MailConfig =
  | {
      kind: 'smtp';
      host: string;
      port: number;
      /** TLS from the first byte (port 465); otherwise STARTTLS is demanded unless `allowPlain`. */
      secure: boolean;
      /** For a relay inside one's own network that knows no TLS. */
      allowPlain?: boolean;
      user?: string;
      password?: string;
      /** Sender, such as 星火平台 <noreply@example.org>. */
      from: string;
    }
  | {
      kind: 'outbox';
      /** Folder that takes one .eml file per message and an index. */
      directory: string;
      from: string;
    };

/** A message to one person: nobody ever sees another recipient's address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/**
 * A message that was not taken. Neither the error nor its message names an address, a subject or a line of text, so it
 * may be logged; the server's own words, which often quote the address, are left out.
 */
export class MailFailure extends Error {
  /** MAIL_ADDRESS: not one address. MAIL_REFUSED: the server said no. MAIL_UNREACHABLE: no server, or it is busy. */
  readonly code: 'MAIL_ADDRESS' | 'MAIL_REFUSED' | 'MAIL_UNREACHABLE';
  /** Whether trying again later may help. */
  readonly retry: boolean;
  /** The server's three-digit answer, if there was one. */
  readonly response: number | null;

  constructor(code: MailFailure['code'], options: { retry: boolean; response?: number | null }) {
    const { retry, response = null } = options;
    super(response === null ? code : `${code} (${response})`);
    this.name = 'MailFailure';
    this.code = code;
    this.retry = retry;
    this.response = response;
  }
}

/** Sends mail. */
export interface Mailer {
  /**
   * Hands a message over; once resolved, it is the server's or safely on disk.
   * @throws {MailFailure} when it was not taken.
   */
  send(mail: Mail): Promise<{ messageId: string }>;
  close(): void;
}

/** Refuses what is not exactly one plain address: line breaks and lists would reach others. @throws {MailFailure} */
export function checkAddress(to: string): void {
  if (to.length > 254 || !/^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+$/.test(to)) {
    throw new MailFailure('MAIL_ADDRESS', { retry: false });
  }
}
