/** One piece of work at a time: see `singleFlight`. */
export interface SingleFlight<Request, Result> {
  /** The same request as the one in flight shares its result; another one cancels it and takes its place. */
  run(request: Request): Promise<Result>;
  /** Cancels what is in flight, if anything is. */
  cancel(): void;
}

/**
 * Keeps at most one call in flight. Those who share a call get the same password, so have one of these for each
 * purpose (the popup; each fill): a password must not end up in two places because two were asked for at once.
 */
export function singleFlight<Request, Result>(
  call: (request: Request, signal: AbortSignal) => Promise<Result>,
  same: (a: Request, b: Request) => boolean,
): SingleFlight<Request, Result> {
  let current: { request: Request; controller: AbortController; result: Promise<Result> } | undefined;
  const cancel = () => {
    current?.controller.abort();
    current = undefined;
  };
  return {
    cancel,
    run(request) {
      if (current && same(current.request, request)) return current.result;
      cancel();
      const controller = new AbortController();
      const flight = { request, controller, result: call(request, controller.signal) };
      current = flight;
      const land = () => {
        if (current === flight) current = undefined;
      };
      flight.result.then(land, land);
      return flight.result;
    },
  };
}
