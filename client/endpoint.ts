/**
 * Where a node is. A page that the node serves knows relative addresses only.
 *
 * @module
 */
import { clientError } from "./errors.ts";

export interface Endpoint {
  /** CometBFT's RPC: `http://127.0.0.1:26657`, or relative such as `/rpc`. */
  readonly rpc: string;
  /** Its WebSocket. By default `websocket` beside a relative address, `/websocket` under an absolute one. */
  readonly ws?: string;
}

function pageAddress(): string | undefined {
  return (globalThis as { location?: { href: string } }).location?.href;
}

/** @throws AssayError (client, invalid) for an address that is neither http(s) nor relative to a page. */
export function resolveEndpoint(endpoint: string | Endpoint): { readonly rpc: string; readonly ws: string } {
  const { rpc, ws } = typeof endpoint === "string" ? { rpc: endpoint, ws: undefined } : endpoint;
  const relative = !/^[a-z][a-z0-9+.-]*:/i.test(rpc);
  const page = pageAddress();
  if (relative && page === undefined) {
    throw clientError("invalid", `"${rpc}" is no http address; a relative one works in a page only`);
  }
  let address: URL;
  let socket: URL;
  try {
    address = relative ? new URL(rpc, page) : new URL(rpc.replace(/^tcp:/i, "http:"));
    const beside = relative ? "websocket" : `${address.pathname.replace(/\/$/, "")}/websocket`;
    socket = new URL(ws ?? beside, address);
  } catch (error) {
    throw clientError("invalid", `"${rpc}" is no address`, error);
  }
  if (address.protocol !== "http:" && address.protocol !== "https:") {
    throw clientError("invalid", `"${rpc}" is no http address`);
  }
  socket.protocol = socket.protocol.replace(/^http/, "ws");
  return { rpc: address.href, ws: socket.href };
}
