import type { FastifyRequest } from "fastify";
import type { NodeUrls } from "./chain-facts.ts";

/** A name or an address, with or without a port. */
const HOST = /^(?:[a-zA-Z0-9.-]{1,253}|\[[0-9a-fA-F:]{2,39}\])(?::\d{1,5})?$/;

/**
 * Where whoever asks reaches this node: by the host that they asked it at.
 * @param rpcUrl of the RPC on this machine: its port is told.
 */
export function nodeUrls(request: FastifyRequest, rpcUrl: string): NodeUrls {
  const { host } = request.headers;
  const asked = host !== undefined && HOST.test(host) ? new URL(`http://${host}`) : undefined;
  const rpc = new URL(rpcUrl);
  if (asked === undefined) return { rpc: rpc.origin, rest: rpc.origin };
  return { rpc: `http://${asked.hostname}:${rpc.port === "" ? 80 : rpc.port}`, rest: asked.origin };
}
