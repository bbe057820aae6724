import { type Logger, pino } from 'pino';

/** The process's log: JSON lines on standard output, without cookies, tokens or bodies. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'headers'], censor: '***' },
  });
}
