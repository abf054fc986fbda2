import { useCallback, useEffect, useState } from 'preact/hooks';
import { type KeyState, keyState, watchKeys } from '../../lib/storage/key-state.ts';
import { useFailure } from './use-failure.ts';

/** Whether a service has a key that can be used; `undefined` until that is known. The key is not shown. */
export function useKeyState(service: string | undefined): KeyState | undefined {
  return useKeys(useCallback(() => keyState(service), [service]));
}

/**
 * What `read` finds among the keys, read again after each change; `undefined` until the first reading. What
 * was found before stays meanwhile, so that a form does not vanish under the hand that types into it.
 */
export function useKeys<T>(read: () => Promise<T>): T | undefined {
  const fail = useFailure();
  const [found, setFound] = useState<{ readonly value: T }>();
  useEffect(() => {
    // A reading that began earlier may end later, and would show what was there before.
    let latest = 0;
    const refresh = () => {
      const turn = ++latest;
      read().then((value) => turn === latest && setFound({ value }), fail);
    };
    refresh();
    const stop = watchKeys(refresh);
    return () => {
      latest = 0;
      stop();
    };
  }, [read, fail]);
  return found?.value;
}
