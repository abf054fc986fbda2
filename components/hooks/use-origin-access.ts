import { useEffect, useState } from 'preact/hooks';
import { hasOriginAccess, onPermissionsChanged } from '../../lib/platform/permissions.ts';
import { useFailure } from './use-failure.ts';

/** Whether the browser lets Passmint call an origin; `undefined` without one, or until that is known. */
export function useOriginAccess(matchPattern: string | undefined): boolean | undefined {
  const [found, setFound] = useState<{ readonly matchPattern: string; readonly isAllowed: boolean }>();
  const fail = useFailure();
  useEffect(() => {
    if (matchPattern === undefined) return;
    const refresh = () =>
      void hasOriginAccess(matchPattern).then((isAllowed) => setFound({ matchPattern, isAllowed }), fail);
    refresh();
    return onPermissionsChanged(refresh);
  }, [matchPattern, fail]);
  return found?.matchPattern === matchPattern ? found?.isAllowed : undefined;
}
