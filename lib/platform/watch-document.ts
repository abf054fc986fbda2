import { documentIn, type FrameTarget } from './frames.ts';

const POLL_MS = 1000;

/** A watch over what one frame shows. */
export interface DocumentWatch {
  /** Whether the frame still shows the document that it showed when the watch began. */
  isThere(): Promise<boolean>;
  stop(): void;
}

/**
 * Watches one frame, and calls `gone` when it shows another document or is closed. The frame is polled,
 * because an event would need a permission, and because Firefox never settles a call into a document that is
 * taken away meanwhile.
 */
export function watchDocument(target: FrameTarget, gone: () => void): DocumentWatch {
  const startedAt = Date.now();
  const look = () => documentIn(target).catch(() => undefined);
  let first: unknown;
  void look().then((seen) => {
    first = seen;
  });
  const isThere = async () => {
    const seen = await look();
    // Two calls right after a gesture may both wait for its grant, and the second may get it first.
    return seen === first || (first === undefined && Date.now() - startedAt < POLL_MS);
  };
  const poll = setInterval(() => void isThere().then((still) => still || gone()), POLL_MS);
  return { isThere, stop: () => clearInterval(poll) };
}
