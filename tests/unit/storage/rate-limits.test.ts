import { describe, expect, it } from 'vitest';
import { rateLimitOf, rateLimits, recordRateLimit } from '../../../lib/storage/rate-limits.ts';

const NOW = 1_780_000_000_000;
const HOUR = 3_600_000;
const ORIGIN = 'https://api.example.com';

describe('a rate limit', () => {
  it('holds for its origin until its end', async () => {
    await recordRateLimit(ORIGIN, NOW + HOUR);
    expect(await rateLimitOf(ORIGIN, NOW)).toBe(NOW + HOUR);
    expect(await rateLimitOf(ORIGIN, NOW + HOUR - 1)).toBe(NOW + HOUR);
    expect(await rateLimitOf(ORIGIN, NOW + HOUR)).toBeUndefined();
    expect(await rateLimitOf('https://api.example.com:8443', NOW)).toBeUndefined();
    expect(await rateLimitOf('http://api.example.com', NOW)).toBeUndefined();
  });

  it('does not hold for over an hour, even if the clock was set back', async () => {
    await recordRateLimit(ORIGIN, NOW + HOUR + 1);
    expect(await rateLimitOf(ORIGIN, NOW)).toBeUndefined();
  });

  it('is replaced by the next one of its origin, and kept for the last 50', async () => {
    for (let at = 0; at < 60; at++) await recordRateLimit(`https://api${at}.example`, NOW + 1);
    await recordRateLimit('https://api59.example', NOW + 2);
    expect(await rateLimitOf('https://api59.example', NOW)).toBe(NOW + 2);
    expect(await rateLimitOf('https://api10.example', NOW)).toBe(NOW + 1);
    expect(await rateLimitOf('https://api9.example', NOW)).toBeUndefined();
    expect(await rateLimits.read()).toHaveLength(50);
  });
});
