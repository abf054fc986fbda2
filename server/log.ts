import { type DestinationStream, type Level, pino } from 'pino';
import type { Attempt } from './guard.ts';
import type { Visit } from './visit.ts';

/** The outcome of a request, as the log tells it. */
export interface Outcome {
  readonly method: string;
  /** The path as it is declared, never the address with its query. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** The log. Each method writes a fixed list of fields, so that no secret can get into a line by chance. */
export interface Log {
  request(visit: Visit, outcome: Outcome): void;
  refused(id: string, route: string, attempt: Attempt): void;
  failure(id: string, error: unknown): void;
  /** What the server itself does: starts, stops, loses its store. */
  event(level: 'debug' | 'info' | 'warn' | 'error', message: string): void;
}

/** A log of JSON lines. */
export function createLog(level: Level | 'silent', destination: DestinationStream): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    request({ id, address, key }, { method, route, status, ms }) {
      log.info(
        { id, address, key: key?.id, method, route, status, ms: Math.round(ms * 100) / 100 },
        'request',
      );
    },
    refused: (id, route, attempt) =>
      log.warn({ id, address: attempt.address, key: attempt.id, route, reason: attempt.reason }, 'refused'),
    // The message of an error may quote what was sent; its name and its place in the code cannot.
    failure: (id, error) => log.error({ id, ...placeOf(error) }, 'failure'),
    event: (at, message) => log[at](message),
  };
}

function placeOf(error: unknown): { name: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: lines.slice(0, 5).map((line) => line.trim()) };
}
