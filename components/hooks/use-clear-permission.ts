import { useEffect, useState } from 'preact/hooks';
import { mayClearClipboard, onPermissionsChanged } from '../../lib/platform/permissions.ts';

/** Whether the person has allowed clearing the clipboard; `undefined` until the browser has answered. */
export function useClearPermission(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const refresh = () => void mayClearClipboard().then(setAllowed);
    refresh();
    return onPermissionsChanged(refresh);
  }, []);
  return allowed;
}
