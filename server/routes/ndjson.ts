import type { Figures } from '../replies.ts';

/** The lines of one piece: so few that a client that stops reading leaves little in memory. */
const PIECE_LINES = 50;

/** Passwords as lines of JSON. Each piece is written when the client has taken the one before. */
export function ndjson(passwords: readonly string[], figures: Figures): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = JSON.stringify(figures).slice(1);
  const line = (password: string) =>
    `{"password":${JSON.stringify(password)},"length":${[...password].length},${rest}\n`;
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const piece = passwords.slice(at, at + PIECE_LINES);
        at += piece.length;
        controller.enqueue(encoder.encode(piece.map(line).join('')));
        if (at >= passwords.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
