import { describeRoute } from 'hono-openapi';
import type { App, AppTools } from '../app-tools.ts';
import { healthDoc, metricsDoc, readyDoc } from '../openapi/operations.ts';
import { STORE_DOWN } from '../problems.ts';
import { reply, replyJson, replyProblem } from '../reply.ts';
import type { AppContext } from '../visit.ts';

/** Adds the routes that monitors call. */
export function addHealthRoutes(app: App, tools: AppTools): void {
  const { ping, metrics, isLocal, requireApiKey } = tools;
  const guard = requireApiKey('admin');
  app.get('/healthz', describeRoute(healthDoc), (c) => replyJson(c, 200, { status: 'ok' }));
  app.get('/readyz', describeRoute(readyDoc), async (c) => {
    const isReady = await ping().then(
      () => true,
      () => false,
    );
    return isReady ? replyJson(c, 200, { status: 'ready' }) : replyProblem(c, STORE_DOWN);
  });
  const show = (c: AppContext) => {
    return reply(c, 200, metrics.text(), { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  };
  app.get(
    '/metrics',
    describeRoute(metricsDoc),
    async (c, next) => (isLocal(c.get('visit').address) ? next() : guard(c, next)),
    show,
  );
}
