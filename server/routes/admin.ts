import { describeRoute } from 'hono-openapi';
import type * as v from 'valibot';
import type { App, AppTools } from '../app-tools.ts';
import { type Issued, type KeyAdmin, shownKey } from '../key-admin.ts';
import { KEY_EXPECTED, keyBody, readDuration, rotateBody } from '../key-options.ts';
import { createKeyDoc, listKeysDoc, revokeKeyDoc, rotateKeyDoc, showKeyDoc } from '../openapi/admin.ts';
import { NO_SUCH_KEY, notRotatable, STORE_DOWN } from '../problems.ts';
import { readJson, readOptions } from '../read-request.ts';
import { replyJson, replyProblem } from '../reply.ts';
import type { AppContext } from '../visit.ts';

/** The most bytes of a body. */
const MAX_BODY = 16 * 1024;

/** Adds the routes that administer keys, each for keys with the scope `admin`. */
export function addAdminRoutes(app: App, { requireApiKey, now }: AppTools, admin: KeyAdmin): void {
  const guard = requireApiKey('admin');
  const shown = (c: AppContext, { key, record }: Issued) =>
    replyJson(c, 201, { key, ...shownKey(record, now()) });

  app.get('/v1/admin/keys', describeRoute(listKeysDoc), guard, (c) =>
    orStoreDown(c, async () => {
      const keys = await admin.list();
      return replyJson(c, 200, { keys: keys.map((record) => shownKey(record, now())) });
    }),
  );
  app.post('/v1/admin/keys', describeRoute(createKeyDoc), guard, (c) =>
    withBody(c, keyBody, async ({ expires_in, limit_per_minute, ...settings }) => {
      const ms = expires_in === undefined ? undefined : readDuration(expires_in);
      const expiresAt = ms === undefined ? undefined : now() + ms;
      return shown(c, await admin.create({ ...settings, limitPerMinute: limit_per_minute, expiresAt }));
    }),
  );
  app.get('/v1/admin/keys/:id', describeRoute(showKeyDoc), guard, (c) =>
    orStoreDown(c, async () => {
      const record = await admin.find(c.req.param('id'));
      return record ? replyJson(c, 200, shownKey(record, now())) : replyProblem(c, NO_SUCH_KEY);
    }),
  );
  app.post('/v1/admin/keys/:id/rotate', describeRoute(rotateKeyDoc), guard, (c) =>
    withBody(c, rotateBody, async ({ overlap }) => {
      const issued = await admin.rotate(c.req.param('id'), readDuration(overlap) ?? 0);
      if (issued === 'not_found') return replyProblem(c, NO_SUCH_KEY);
      return typeof issued === 'string' ? replyProblem(c, notRotatable(issued)) : shown(c, issued);
    }),
  );
  app.delete('/v1/admin/keys/:id', describeRoute(revokeKeyDoc), guard, (c) =>
    orStoreDown(c, async () => {
      const isKnown = await admin.revoke(c.req.param('id'));
      return isKnown ? replyJson(c, 200, { status: 'revoked' }) : replyProblem(c, NO_SUCH_KEY);
    }),
  );
}

type BodySchema = typeof keyBody | typeof rotateBody;

/** Calls `answer` with the body, if it is valid. */
async function withBody<Schema extends BodySchema>(
  c: AppContext,
  schema: Schema,
  answer: (body: v.InferOutput<Schema>) => Promise<Response>,
): Promise<Response> {
  const json = await readJson(c, MAX_BODY);
  if (!json.ok) return replyProblem(c, json.problem);
  const body = readOptions(json.value, schema, KEY_EXPECTED);
  return body.ok ? orStoreDown(c, () => answer(body.value)) : replyProblem(c, body.problem);
}

function orStoreDown(c: AppContext, answer: () => Promise<Response>): Promise<Response> {
  return answer().catch(() => replyProblem(c, STORE_DOWN));
}
