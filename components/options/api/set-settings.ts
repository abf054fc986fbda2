import type { ApiSettings } from '../../../lib/storage/api-settings.ts';

/** Changes a part of the settings; the result says whether it was saved. */
export type SetSettings = (part: Partial<ApiSettings>) => Promise<boolean>;
