import { pino } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

/** Structured log on standard output. Callers give names of things, never people's data; these keys are cut in case they do. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['email', '*.email', 'code', '*.code', 'token', '*.token', 'url', 'headers', 'address'],
      remove: true,
    },
  });
}
