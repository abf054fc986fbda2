import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until `endsAt` (milliseconds since 1970), counted down to 0; 0 if there is no end. */
export function useCountdown(endsAt: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (endsAt === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === undefined ? 0 : Math.max(0, Math.ceil((endsAt - now) / 1000));
}
