import { useEffect, useState } from 'preact/hooks';
import { type KeyState, keyState, watchKeyState } from '../../lib/storage/api-key.ts';
import { useFailure } from './use-failure.ts';

/** Whether a key is stored and usable; `undefined` until that is known. The key itself is not read. */
export function useKeyState(): KeyState | undefined {
  const fail = useFailure();
  const [state, setState] = useState<KeyState>();
  useEffect(() => {
    keyState().then(setState, fail);
    return watchKeyState(setState, fail);
  }, [fail]);
  return state;
}
