import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { App, AppTools } from './app-tools.ts';
import { INTERNAL, methodNotAllowed, NOT_FOUND, URI_TOO_LONG } from './problems.ts';
import { replyProblem } from './reply.ts';
import { addAdminRoutes } from './routes/admin.ts';
import { addDocRoutes } from './routes/docs.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addMcpRoutes } from './routes/mcp.ts';
import { addPasswordRoutes } from './routes/passwords.ts';
import type { AppContext, AppEnv } from './visit.ts';

/** The longest address of a request, in characters. */
const MAX_URL = 8192;

/** Builds the API. */
export function createApp(tools: AppTools): App {
  const app: App = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('visit', { id: tools.newId(), startedMs: tools.ticks(), address: tools.addressOf(c) });
    if (c.req.url.length > MAX_URL) c.res = replyProblem(c, URI_TOO_LONG);
    else await next();
    record(c, tools);
  });
  app.onError((error, c) => {
    tools.log.failure(c.get('visit').id, error);
    return replyProblem(c, INTERNAL);
  });
  app.notFound((c) => replyProblem(c, NOT_FOUND));
  addPasswordRoutes(app, tools);
  addHealthRoutes(app, tools);
  if (tools.admin) addAdminRoutes(app, tools, tools.admin);
  addMcpRoutes(app, tools);
  addDocRoutes(app, tools);
  refuseOtherMethods(app);
  return app;
}

/** Writes one line about a request, with the path of its route, because queries hold excluded characters. */
function record(c: AppContext, { log, metrics, ticks }: AppTools): void {
  const visit = c.get('visit');
  const { status } = c.res;
  const route = routePath(c, -1);
  metrics.count(route, status);
  log.request(visit, { method: c.req.method, route, status, ms: ticks() - visit.startedMs });
}

/** Answers other methods of known paths with 405 and the methods that there are. */
function refuseOtherMethods(app: App): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes)
    if (method !== 'ALL') methods.set(path, (methods.get(path) ?? new Set()).add(method));
  for (const [path, known] of methods) {
    const allowed = known.has('GET') ? [...known, 'HEAD'] : [...known];
    app.all(path, (c) => replyProblem(c, methodNotAllowed(allowed)));
  }
}
