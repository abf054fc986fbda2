import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (message?: unknown) => void;

interface FakePort {
  readonly name: string;
  readonly sender: { readonly id: string; readonly url: string };
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: Listener): void };
  readonly onDisconnect: { addListener(listener: Listener): void };
}

/**
 * Gives the fake browser connections, all from the page with this address. Each end receives only the other's
 * messages.
 */
export function fakeConnections(url: string): void {
  const accept: ((port: FakePort) => void)[] = [];
  Object.assign(fakeBrowser.runtime, {
    onConnect: { addListener: (listener: (port: FakePort) => void) => accept.push(listener) },
    connect({ name }: { name: string }) {
      const ends = pairOfPorts(name, { id: fakeBrowser.runtime.id, url });
      for (const listener of accept) listener(ends.answering);
      return ends.calling;
    },
  });
}

function pairOfPorts(name: string, sender: FakePort['sender']) {
  const listeners = { calling: [[], []] as Listener[][], answering: [[], []] as Listener[][] };
  const port = (own: keyof typeof listeners, other: keyof typeof listeners): FakePort => ({
    name,
    sender,
    // Messages and disconnections arrive later, as in a browser.
    postMessage: (message) =>
      queueMicrotask(() => listeners[other][0]?.forEach((listener) => void listener(message))),
    disconnect: () => queueMicrotask(() => listeners[other][1]?.forEach((listener) => void listener())),
    onMessage: { addListener: (listener) => void listeners[own][0]?.push(listener) },
    onDisconnect: { addListener: (listener) => void listeners[own][1]?.push(listener) },
  });
  return { calling: port('calling', 'answering'), answering: port('answering', 'calling') };
}
