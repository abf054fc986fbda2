/** At most one call at a time; see `singleFlight`. */
export interface SingleFlight<Request, Result> {
  /** Shares the result of a call in flight with an equal request; a different request cancels that call. */
  run(request: Request): Promise<Result>;
  /** Cancels the call in flight, if there is one. */
  cancel(): void;
}

/**
 * Keeps at most one call in flight. Callers that share a call get the same password, so use one instance for
 * each purpose (the popup, each fill). Otherwise two places could end up with one password.
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
