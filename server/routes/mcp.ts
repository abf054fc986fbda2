import type { App, AppTools } from '../app-tools.ts';
import { createMcp } from '../mcp/handler.ts';
import { bodyTooLarge, FORBIDDEN_HOST } from '../problems.ts';
import { readBody } from '../read-request.ts';
import { reply, replyProblem } from '../reply.ts';
import type { AppContext } from '../visit.ts';

/** The most bytes of a body. */
const MAX_BODY = 64 * 1024;

/** Adds the endpoint for agents, with and without the slash. */
export function addMcpRoutes(app: App, tools: AppTools): void {
  const { requireApiKey, allowedHosts } = tools;
  const handle = createMcp(tools);
  const guard = requireApiKey('mcp');
  for (const path of ['/mcp/generate', '/mcp/generate/'])
    app.all(
      path,
      async (c, next) => (isFromAllowedHost(c, allowedHosts) ? next() : replyProblem(c, FORBIDDEN_HOST)),
      guard,
      async (c) => {
        const bytes = c.req.method === 'POST' ? await readBody(c, MAX_BODY) : new Uint8Array();
        if (!bytes) return replyProblem(c, bodyTooLarge(MAX_BODY / 1024));
        return withSafeHeaders(c, await handle(c, bytes));
      },
    );
}

/**
 * A page whose name suddenly leads to this server (DNS rebinding) sends its own name as the host, and a page
 * elsewhere sends its origin.
 */
function isFromAllowedHost(c: AppContext, allowed: ReadonlySet<string>): boolean {
  const origin = c.req.header('origin');
  const isAllowed = (url: string) => URL.canParse(url) && allowed.has(new URL(url).hostname);
  return isAllowed(`http://${c.req.header('host') ?? ''}`) && (origin === undefined || isAllowed(origin));
}

/** The answer of the SDK through the helper of all answers. */
function withSafeHeaders(c: AppContext, { status, headers, body }: Response): Response {
  const type = headers.get('content-type');
  const allow = headers.get('allow');
  return reply(c, status, body ?? '', { ...(type && { 'content-type': type }), ...(allow && { allow }) });
}
