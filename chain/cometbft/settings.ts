/**
 * A CometBFT node's configuration: what of it is ours to say, and the `config.toml` (v0.38) that says it. What is not
 * named keeps CometBFT's default.
 *
 * @module
 */
import { stringify } from "smol-toml";

export interface CometSettings {
  readonly moniker: string;
  /** Address that the RPC binds. */
  readonly rpcHost: string;
  readonly rpcPort: number;
  /** Address that other nodes reach. */
  readonly p2pHost: string;
  readonly p2pPort: number;
  /** Where the application waits: `unix:///...` or `tcp://...`. */
  readonly abciAddress: string;
  readonly abciTransport: "socket" | "grpc";
  /** From a commit to the next proposal. */
  readonly blockTimeMs: number;
  readonly mempoolSize: number;
  readonly mempoolBytes: number;
  /** Origins that a browser may call the RPC from. */
  readonly corsOrigins: readonly string[];
  /** One of our levels. */
  readonly logLevel: string;
}

/** What only the file says: an operator may change it there. */
export interface CometFile extends CometSettings {
  /** `id@host:port` of nodes that this one keeps in touch with. */
  readonly persistentPeers: readonly string[];
}

type Value = string | number | boolean | readonly string[];
type Table = Readonly<Record<string, Value>>;

/** A MsgChallenge of 384 KiB fits, with its signature; in base64 it fits into `max_body_bytes`. */
const MAX_TX_BYTES = 448 * 1024;
const MAX_BODY_BYTES = 1_000_000;

/** CometBFT's levels are fewer than ours. */
function logLevelOf(level: string): string {
  if (level === "silent") return "none";
  if (level === "trace" || level === "debug") return "debug";
  return level === "info" ? "info" : "error";
}

/** What our own configuration says of the node, by CometBFT's section; the section of the first is none. */
function owned(settings: CometSettings): Readonly<Record<string, Table>> {
  return {
    "": {
      moniker: settings.moniker,
      proxy_app: settings.abciAddress,
      abci: settings.abciTransport,
      log_level: logLevelOf(settings.logLevel),
      log_format: "json",
    },
    rpc: {
      laddr: `tcp://${settings.rpcHost}:${settings.rpcPort}`,
      cors_allowed_origins: settings.corsOrigins,
    },
    p2p: { laddr: `tcp://${settings.p2pHost}:${settings.p2pPort}` },
    mempool: {
      size: settings.mempoolSize,
      max_txs_bytes: settings.mempoolBytes,
    },
    consensus: { timeout_commit: `${settings.blockTimeMs}ms` },
  };
}

function inFileOnly(file: CometFile): Readonly<Record<string, Table>> {
  return {
    rpc: {
      // An explorer's pages and a handful of wallets share one client address.
      max_subscriptions_per_client: 20,
      timeout_broadcast_tx_commit: "30s",
      max_body_bytes: MAX_BODY_BYTES,
    },
    p2p: {
      persistent_peers: file.persistentPeers.join(","),
      // Peers on one machine, or in one private network, are peers too.
      addr_book_strict: false,
      allow_duplicate_ip: true,
      // Votes wait for no more than this before they are sent.
      flush_throttle_timeout: "10ms",
    },
    mempool: { max_tx_bytes: MAX_TX_BYTES, cache_size: 2 * file.mempoolSize },
    consensus: {
      create_empty_blocks: true,
      peer_gossip_sleep_duration: "25ms",
    },
    tx_index: { indexer: "kv" },
  };
}

const HEAD = `# CometBFT v0.38, written by assay. moniker, ports, block time, mempool size and log level are in ../../config.toml,
# which assay start goes by; for a node that you start by hand (--abci), they are here.
`;

/** The text of `config/config.toml`. */
export function cometConfigText(file: CometFile): string {
  const [ours, fixed] = [owned(file), inFileOnly(file)];
  const { "": top = {}, ...sections } = ours;
  const tables = Object.fromEntries(
    [...new Set([...Object.keys(sections), ...Object.keys(fixed)])].map((name) => [
      name,
      { ...sections[name], ...fixed[name] },
    ]),
  );
  return `${HEAD}\n${stringify({ ...top, ...tables })}\n`;
}

/** The environment that tells a node what our own configuration says, over what its file says. */
export function cometEnvironment(settings: CometSettings): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [section, table] of Object.entries(owned(settings))) {
    for (const [name, value] of Object.entries(table)) {
      const key = section === "" ? name : `${section}_${name}`;
      environment[`CMT_${key.toUpperCase()}`] = String(value);
    }
  }
  return environment;
}
