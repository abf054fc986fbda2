import { useEffect, useState } from 'preact/hooks';
import { reportUnsaved } from '../../lib/storage/lock.ts';

/**
 * A module that a page does not need at once; `undefined` until it has loaded. `load` must stay the same. If
 * the file is gone, the extension was updated, and the page says that it is out of date.
 */
export function useModule<Module>(load: () => Promise<Module>): Module | undefined {
  const [loaded, setLoaded] = useState<Module>();
  useEffect(() => void load().then(setLoaded, () => reportUnsaved('message_outdated')), [load]);
  return loaded;
}
