import { useEffect, useState } from 'preact/hooks';
import { hasClipboardAccess, onPermissionsChanged } from '../../lib/platform/permissions.ts';

/** Whether the person has allowed clearing the clipboard; `undefined` until the browser has replied. */
export function useClearPermission(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const refresh = () => void hasClipboardAccess().then(setAllowed);
    refresh();
    return onPermissionsChanged(refresh);
  }, []);
  return allowed;
}
