import { useEffect, useState } from 'preact/hooks';
import { inPrivateWindow } from '../../lib/platform/private-window.ts';
import { useFailure } from './use-failure.ts';

/** Whether this page belongs to a private window; `undefined` until that is known. */
export function usePrivateWindow(): boolean | undefined {
  const [incognito, setIncognito] = useState<boolean>();
  const fail = useFailure();
  useEffect(() => void inPrivateWindow().then(setIncognito, fail), [fail]);
  return incognito;
}
