import { allowedFrames } from '../storage/allowed-frames.ts';
import { type ApiSettings, apiService } from '../storage/api-settings.ts';
import { matchPatternOf, revokeOriginAccess } from './permissions.ts';

/** Removes the permission for an origin, unless these settings have the API on there or frames are filled. */
export async function releaseOriginAccess(matchPattern: string, settings: ApiSettings): Promise<void> {
  const { base } = apiService(settings);
  if (settings.on && base.ok && base.matchPattern === matchPattern) return;
  const frames = await allowedFrames.read();
  if (frames.some((origin) => matchPatternOf(origin) === matchPattern)) return;
  await revokeOriginAccess(matchPattern);
}
