import type { App, AppTools } from '../app-tools.ts';
import { openApiDocument } from '../openapi/document.ts';
import { reply, replyJson } from '../reply.ts';
import type { AppContext } from '../visit.ts';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Passmint companion server</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="api"></div>
<script src="/docs/swagger-ui.js"></script>
<script src="/docs/start.js"></script>
`;

/** The validator of Swagger UI is off, because it would send the document to another server. */
const START =
  "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', validatorUrl: null, deepLinking: true });\n";

/** Swagger UI shows its icons as data URLs. Nothing is loaded from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds the document of the API and the page that shows it. */
export function addDocRoutes(app: App, { docFiles, version }: AppTools): void {
  let document: Promise<object> | undefined;
  app.get('/openapi.json', async (c) => {
    document ??= openApiDocument(app, version);
    return replyJson(c, 200, await document);
  });
  const file = (path: string, type: string, body: string | Uint8Array) => {
    const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY };
    app.get(path, (c: AppContext) => reply(c, 200, body, headers));
  };
  file('/docs', 'text/html', PAGE);
  file('/docs/start.js', 'text/javascript', START);
  file('/docs/swagger-ui.js', 'text/javascript', docFiles.script);
  file('/docs/swagger-ui.css', 'text/css', docFiles.style);
}
