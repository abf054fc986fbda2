/** Counts what `/metrics` shows. */
export interface Metrics {
  count(route: string, status: number): void;
  refused(reason: string): void;
  /** The text format of Prometheus. */
  text(): string;
}

/** Counters of this process. `memory` gives its resident bytes, `seconds` its age. */
export function createMetrics(memory: () => number, seconds: () => number): Metrics {
  const requests = new Map<string, Map<number, number>>();
  const refusals = new Map<string, number>();
  const add = (counters: Map<string, number>, labels: string) =>
    counters.set(labels, (counters.get(labels) ?? 0) + 1);
  const lines = (name: string, counters: ReadonlyMap<string, number>) =>
    [...counters].map(([labels, value]) => `${name}{${labels}} ${value}`);
  return {
    count(route, status) {
      const counters = requests.get(route) ?? new Map<number, number>();
      requests.set(route, counters.set(status, (counters.get(status) ?? 0) + 1));
    },
    refused: (reason) => add(refusals, `reason="${reason}"`),
    text: () =>
      [
        '# HELP passmint_requests_total Requests by route and status.',
        '# TYPE passmint_requests_total counter',
        ...[...requests].flatMap(([route, counters]) =>
          [...counters].map(
            ([status, value]) => `passmint_requests_total{route="${route}",status="${status}"} ${value}`,
          ),
        ),
        '# HELP passmint_refused_total Requests without a key that may do what they asked for.',
        '# TYPE passmint_refused_total counter',
        ...lines('passmint_refused_total', refusals),
        '# HELP process_resident_memory_bytes Resident memory.',
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${memory()}`,
        '# HELP passmint_uptime_seconds Seconds since the start.',
        '# TYPE passmint_uptime_seconds gauge',
        `passmint_uptime_seconds ${Math.round(seconds())}`,
        '',
      ].join('\n'),
  };
}
