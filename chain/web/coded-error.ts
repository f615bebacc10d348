/** The one shape of an error on the web port. */
import type { FastifyReply } from "fastify";

export type WebErrorCode =
  | "bad_request"
  | "body_too_large"
  | "internal"
  | "method_not_allowed"
  | "not_found"
  | "not_ready"
  | "target_absent"
  | "target_timeout"
  | "target_unreachable";

export function codedError(code: WebErrorCode, message: string): string {
  return JSON.stringify({ error: { code, message } });
}

export function sendError(
  reply: FastifyReply,
  status: number,
  code: WebErrorCode,
  message: string,
): FastifyReply {
  return reply
    .code(status)
    .type("application/json")
    .header("cache-control", "no-store")
    .send(codedError(code, message));
}
