import { generateSpecs } from 'hono-openapi';
import type { App } from '../app-tools.ts';
import { errorReply } from '../replies.ts';
import { jsonSchema, sharedResponses } from './operation.ts';

const integer = (description: string) => ({ description, schema: { type: 'integer' } });
const text = (description: string) => ({ description, schema: { type: 'string' } });

const HEADERS = {
  RateLimit: text('What is left of the limit, as in the current draft of the IETF.'),
  'RateLimit-Policy': text('The limit of the key.'),
  'X-RateLimit-Limit': integer('Requests a minute.'),
  'X-RateLimit-Remaining': integer('Requests that are left in this minute.'),
  'X-RateLimit-Reset': integer('When the limit is full again, in seconds since 1970.'),
  'Retry-After': integer('Seconds until the next request is accepted.'),
};

/** The OpenAPI document of an app. */
export async function openApiDocument(app: App, version: string): Promise<object> {
  const documentation = {
    openapi: '3.1.0',
    info: {
      title: 'Passmint companion server',
      version,
      description: 'Makes passwords, each admissible one equally likely.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'generate', description: 'Passwords, passphrases and PINs' },
      { name: 'keys', description: 'The administration of keys' },
      { name: 'monitor', description: 'Health and counters' },
    ],
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
      schemas: { Error: jsonSchema(errorReply) },
      responses: sharedResponses(),
      headers: HEADERS,
    },
  };
  return generateSpecs(app, {
    documentation: documentation as never,
    defaultValidationErrorResponse: false,
    excludeStaticFile: false,
  });
}
