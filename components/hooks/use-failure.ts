import { useCallback, useState } from 'preact/hooks';

/**
 * Returns a function that passes a later error, such as a failed read, to the boundary around the component,
 * as if it came from its rendering.
 */
export function useFailure(): (error: unknown) => void {
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  if (failure) throw failure.error;
  return useCallback((error: unknown) => setFailure({ error }), []);
}
