import { useCallback, useEffect, useState } from 'preact/hooks';

/** Moves the focus to the first of these elements that is there and seen, once the next rendering is done. */
export function useFocus(): (...ids: string[]) => void {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const elements = ids.map((id) => document.getElementById(id));
    elements.find((element) => element && !element.closest('[hidden]'))?.focus();
  }, [ids]);
  return useCallback((...wanted: string[]) => setIds(wanted), []);
}
