import { createMcpHandler } from '@modelcontextprotocol/server';
import type { AppTools } from '../app-tools.ts';
import type { AppContext } from '../visit.ts';
import { createToolServer } from './tools.ts';

/** Answers the requests of agents: protocol 2026-07-28 and, without sessions, 2025-11-25. */
export function createMcp({ generator, version, log }: AppTools) {
  const handler = createMcpHandler(
    ({ authInfo }) => createToolServer({ generator, version, scopes: new Set(authInfo?.scopes) }),
    { onerror: (error) => log.event('debug', `MCP: ${error.name}`) },
  );
  return (c: AppContext, body: Uint8Array): Promise<Response> => {
    const { method, url, headers } = c.req.raw;
    const key = c.get('visit').key;
    const request = new Request(url, {
      method,
      headers,
      ...(method === 'POST' && { body: body as BodyInit }),
    });
    // The key itself stays here, because tools need only what it may do.
    const authInfo = { token: '', clientId: key?.id ?? '', scopes: [...(key?.scopes ?? [])] };
    return handler.fetch(request, { authInfo });
  };
}
