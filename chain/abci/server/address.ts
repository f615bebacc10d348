/** Where an application listens, as CometBFT's `proxy_app` spells it: `unix:///path` or `tcp://host:port`. */
export type AbciAddress =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

/** Longest path of a unix socket that every system takes, in bytes. */
const MAX_PATH = 103;

/** @throws Error that says what an address looks like. */
export function parseAbciAddress(text: string): AbciAddress {
  if (text.startsWith("unix://")) {
    const path = text.slice("unix://".length);
    const size = Buffer.byteLength(path);
    if (size === 0) throw new Error(`${text}: a path is missing; write unix:///run/assay/abci.sock`);
    if (size > MAX_PATH) {
      throw new Error(
        `${text}: ${size} bytes are too long for a unix socket (${MAX_PATH}); use tcp://127.0.0.1:26658`,
      );
    }
    return { kind: "unix", path };
  }
  const tcp = /^tcp:\/\/(?:\[([0-9a-fA-F:]+)\]|([^:/[\]]+)):(\d{1,5})$/.exec(text);
  const port = Number(tcp?.[3]);
  if (tcp === null || port > 65_535) {
    throw new Error(
      `${text}: no address of an application; write unix:///run/assay/abci.sock or tcp://127.0.0.1:26658`,
    );
  }
  return { kind: "tcp", host: (tcp[1] ?? tcp[2])!, port };
}

export function formatAbciAddress(address: AbciAddress): string {
  if (address.kind === "unix") return `unix://${address.path}`;
  const { host, port } = address;
  return `tcp://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
