import { listOf, orElse, text } from './schema.ts';
import { storedItem } from './stored-item.ts';

const MAX_ORIGINS = 500;

/**
 * The origins of frames that the person has allowed to be filled in pages of other sites, newest first. The
 * browser's permission says less: it has no port, and may have been given for the password API.
 */
export const allowedFrames = storedItem<readonly string[]>({
  key: 'allowedFrames',
  area: 'local',
  version: 1,
  schema: orElse(listOf(text(320), MAX_ORIGINS), []),
});

/** Remembers that the person has allowed frames of an origin to be filled. */
export async function allowFrame(origin: string): Promise<void> {
  await allowedFrames.update((origins) =>
    origins.includes(origin) ? origins : [origin, ...origins].slice(0, MAX_ORIGINS),
  );
}
