import { useEffect, useState } from 'preact/hooks';
import { type KeyState, keyState, watchKeyState } from '../../lib/storage/api-key.ts';

/** Whether a key is stored and usable; `undefined` until that is known. The key itself is not read. */
export function useKeyState(): KeyState | undefined {
  const [state, setState] = useState<KeyState>();
  useEffect(() => {
    void keyState().then(setState);
    return watchKeyState(setState);
  }, []);
  return state;
}
