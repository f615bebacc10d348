/** Reads `google.api.http` annotations: how a method is reached over HTTP. */
import type { HttpRoute } from "@assay/proto/wire/api-method";
import type protobuf from "protobufjs";

interface HttpRule {
  readonly get?: string;
  readonly post?: string;
  readonly body?: string;
  readonly additional_bindings?: HttpRule | readonly HttpRule[];
}

function routeOf(method: protobuf.Method, { get, post, body }: HttpRule): HttpRoute {
  if (get !== undefined && body === undefined) return { verb: "GET", template: get };
  if (post !== undefined && body === "*") return { verb: "POST", template: post };
  throw new Error(`${method.fullName}: only get without a body and post with body "*" are supported`);
}

/** In the order of the annotation; empty without one. @throws Error for a rule of another kind. */
export function httpRoutes(method: protobuf.Method): HttpRoute[] {
  const options = (method.parsedOptions ?? []) as readonly Record<string, HttpRule>[];
  const rule = options.find((option) => option["(google.api.http)"] !== undefined)?.["(google.api.http)"];
  if (rule === undefined) return [];
  const more = rule.additional_bindings ?? [];
  return [rule, ...(Array.isArray(more) ? more : [more])].map((one: HttpRule) => routeOf(method, one));
}

/** All services that clients call: not those of messages, which travel in transactions. By name. */
export function apiServices(space: protobuf.NamespaceBase): protobuf.Service[] {
  const found: protobuf.Service[] = [];
  for (const item of space.nestedArray) {
    // A kind is told by what it has: two copies of the parser may be loaded.
    const { methodsArray, nestedArray } = item as unknown as Partial<protobuf.Service>;
    if (methodsArray !== undefined) {
      const isApi = /^\.(assay|cosmos)\..+\.(Query|Service)$/.test(item.fullName);
      if (isApi) found.push(item as protobuf.Service);
    } else if (nestedArray !== undefined) found.push(...apiServices(item as protobuf.NamespaceBase));
  }
  return found.sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
}
