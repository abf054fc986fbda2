import { useEffect, useState } from 'preact/hooks';

/** A module that a page does not need at once; `undefined` until it has loaded. `load` must stay the same. */
export function useModule<Module>(load: () => Promise<Module>): Module | undefined {
  const [loaded, setLoaded] = useState<Module>();
  useEffect(() => void load().then(setLoaded), [load]);
  return loaded;
}
