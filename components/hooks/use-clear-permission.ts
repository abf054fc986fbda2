import { useEffect, useState } from 'preact/hooks';
import { hasClipboardAccess, onPermissionsChanged } from '../../lib/platform/permissions.ts';
import { useFailure } from './use-failure.ts';

/** Whether the person has allowed clearing the clipboard; `undefined` until the browser has replied. */
export function useClearPermission(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  const fail = useFailure();
  useEffect(() => {
    const refresh = () => void hasClipboardAccess().then(setAllowed, fail);
    refresh();
    return onPermissionsChanged(refresh);
  }, [fail]);
  return allowed;
}
