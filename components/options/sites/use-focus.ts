import { useCallback, useEffect, useState } from 'preact/hooks';

/** Returns a function that focuses the first visible element of these ids after the next rendering. */
export function useFocus(): (...ids: string[]) => void {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const elements = ids.map((id) => document.getElementById(id));
    elements.find((element) => element && !element.closest('[hidden]'))?.focus();
  }, [ids]);
  return useCallback((...targets: string[]) => setIds(targets), []);
}
