import { uiLanguage } from './message.ts';

/**
 * A time of day as the language of the messages writes it, with the date if that was not today. `at` is in
 * milliseconds since 1970.
 */
export function formatTime(at: number, now: number = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const date = isToday ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'short', ...date }).format(at);
}

/** A date with the time of day, as the language of the messages writes them. `at` is in milliseconds. */
export function formatDateTime(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A time of day with seconds, as the language of the messages writes it. `at` is in milliseconds. */
export function formatTimeOfDay(at: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'medium' }).format(at);
}
