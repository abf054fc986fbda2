import { useEffect, useState } from 'preact/hooks';
import { inPrivateWindow } from '../../lib/storage/private-window.ts';

/** Whether this page belongs to a private window; `undefined` until the browser has replied. */
export function usePrivateWindow(): boolean | undefined {
  const [incognito, set] = useState<boolean>();
  useEffect(() => void inPrivateWindow().then(set), []);
  return incognito;
}
