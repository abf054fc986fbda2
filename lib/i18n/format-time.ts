import { uiLanguage } from './message.ts';

/** A time of day, with the date if that was not today. `at` is in milliseconds since 1970. */
export function formatTime(at: number, now: number = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const date = isToday ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', ...date }).format(at);
}

/** A day and a time. `at` is in milliseconds since 1970. */
export function formatDateTime(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
