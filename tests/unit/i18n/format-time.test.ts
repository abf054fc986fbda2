import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeBits } from '../../../lib/i18n/describe-adjustments.ts';
import { formatDateTime, formatTime } from '../../../lib/i18n/format-time.ts';
import { formatDecimal } from '../../../lib/i18n/plural.ts';

const AT = new Date(2026, 4, 1, 14, 2, 7).getTime();

/** Shows messages of a language, whatever language the browser has. */
function speak(language: string): void {
  const messages: Record<string, string> = { language, strength_bits: '$1 Bit' };
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string, [value = '']: string[] = []) => messages[key]?.replace('$1', value) ?? '',
  });
}

describe('times and numbers', () => {
  it.each([
    ['de', '14:02', '01.05.2026, 14:02', '104,6'],
    ['en', '2:02 PM', 'May 1, 2026, 2:02 PM', '104.6'],
    ['fr', '14:02', '1 mai 2026, 14:02', '104,6'],
  ])('follow the language of the messages: %s', (language, time, date, number) => {
    speak(language);
    const plain = (written: string) => written.replace(/\s/g, ' ');
    expect(plain(formatTime(AT, AT))).toBe(time);
    expect(plain(formatTime(AT, AT + 86_400_000))).toBe(date);
    expect(plain(formatDateTime(AT))).toBe(date);
    expect(formatDecimal(104.6)).toBe(number);
    expect(describeBits(104.6)).toBe(`${number} Bit`);
  });
});
