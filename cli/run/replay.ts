/** `assay replay`: the proof that a ledger's blocks give the state that its node claims. */
import { NodeRpc } from "@assay/chain/cometbft/node-rpc";
import { RemoteLedger } from "@assay/chain/cometbft/remote-ledger";
import { loadConfig } from "@assay/chain/config";
import { DiskBlocks } from "@assay/chain/engine/block-store";
import { type Genesis, parseGenesis } from "@assay/chain/engine/genesis";
import { homePaths, readHome } from "@assay/chain/home";
import { type ReplayOptions, replay } from "@assay/chain/replay";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { toHex } from "@assay/primitives/bytes";
import { Failure, UsageError } from "../failure.ts";
import type { Session } from "../session.ts";

export interface ReplayFlags {
  /** RPC of a CometBFT node; the home's own blocks where absent. */
  readonly nodeRpc?: string;
  readonly from?: number;
  readonly to?: number;
}

interface Source {
  readonly genesis: Genesis;
  readonly blocks: ReplayOptions["blocks"];
  close(): Promise<void>;
}

/** In its chunks: a genesis document may be larger than one answer. */
async function genesisOf(rpc: NodeRpc): Promise<Genesis> {
  let text = "";
  for (let chunk = 0, total = 1; chunk < total; chunk++) {
    const answer = (await rpc.call("genesis_chunked", { chunk: String(chunk) })) as {
      total: string;
      data: string;
    };
    total = Number(answer.total);
    text += Buffer.from(answer.data, "base64").toString("latin1");
  }
  return parseGenesis(Buffer.from(text, "latin1").toString("utf8"));
}

async function fromNode(url: string): Promise<Source> {
  const rpc = new NodeRpc(url);
  const blocks = new RemoteLedger(rpc);
  await blocks.refresh();
  return { genesis: await genesisOf(rpc), blocks, close: async () => rpc.close() };
}

async function fromHome(home: string): Promise<Source> {
  const { genesis } = readHome(home);
  if (loadConfig(home, {}).engine === "cometbft") {
    throw new Failure(
      `the blocks of ${home} are its CometBFT node's`,
      "Start it, and name its RPC: assay replay --node-rpc http://127.0.0.1:26657",
    );
  }
  const backend = await LevelBackend.open(homePaths(home).state);
  try {
    return { genesis, blocks: await DiskBlocks.open(backend), close: () => backend.close() };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

export async function replayCommand({ settings, out }: Session, flags: ReplayFlags): Promise<void> {
  const { nodeRpc, from, to } = flags;
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`--from ${from} is after --to ${to}`, "Turn them round.");
  }
  const source = await (nodeRpc === undefined ? fromHome(settings.home) : fromNode(nodeRpc));
  try {
    const { genesis, blocks } = source;
    const tip = blocks.height();
    const last = to ?? tip;
    if (tip === 0) throw new Failure("there is no block yet", "Replay once there is.");
    if (last > tip)
      throw new Failure(`--to ${last} is past the last block, ${tip}`, "Choose an earlier one.");
    const first = Math.max(genesis.initialHeight, from ?? 0);
    if (first > last)
      throw new Failure(`--from ${first} is past the last block, ${last}`, "Choose an earlier one.");
    const started = performance.now();
    let txs = 0;
    let hash = "";
    await replay({
      blocks,
      genesis,
      from: first,
      to: last,
      onHeight(height, appHash, count) {
        txs += count;
        hash = toHex(appHash).toUpperCase();
        out.progress("replaying", height - genesis.initialHeight + 1, last - genesis.initialHeight + 1);
      },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    out.data(
      { chain_id: genesis.chainId, from: String(first), to: String(last), txs: String(txs), app_hash: hash },
      () =>
        `Heights ${first} to ${last} of ${genesis.chainId} give the app hash that is recorded, each of them ` +
        `(${txs} transactions, ${seconds} s).\nThe last: ${hash}`,
    );
  } finally {
    await source.close();
  }
}
