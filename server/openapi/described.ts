import type { MiddlewareHandler } from 'hono';
import { type DescribeRouteOptions, describeRoute } from 'hono-openapi';

/**
 * Describes a route by its guard. hono-openapi finds the description on the function; as a middleware of its
 * own it would cost every request a step.
 */
export function described<Guard extends MiddlewareHandler>(doc: DescribeRouteOptions, guard: Guard): Guard {
  return Object.assign(guard, describeRoute(doc));
}
