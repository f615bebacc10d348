/** `cosmos.base.tendermint.v1beta1.Service`: the node, its blocks and its validators. */
import { paginateList } from "@assay/kernel/pagination";
import { addressToBech32 } from "@assay/primitives/address";
import type { PageRequest, PageResponse } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import {
  Service,
  type Validator as ShownValidator,
} from "@assay/proto/gen/cosmos/base/tendermint/v1beta1/query";
import type { Block as ShownBlock } from "@assay/proto/gen/cosmos/base/tendermint/v1beta1/types";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/ed25519/keys";
import type { Block } from "@assay/proto/gen/tendermint/types/block";
import type { BlockID } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import type { StoredBlock } from "../abci/ledger.ts";
import { ApiError, badRequest, GrpcCode } from "./api-error.ts";
import type { ApiEnvironment } from "./environment.ts";
import { type Handler, handler } from "./handler.ts";

const P2P_VERSION = 8n;
const BLOCK_VERSION = 11n;
const CHANNELS = Buffer.from("40202122233038606100", "hex");
/** The release whose formats the answers have: clients choose theirs by it. */
const SDK_VERSION = "v0.50.5";

/** Turns raw consensus addresses to text. */
async function consensusAddresses(env: ApiEnvironment): Promise<(raw: Uint8Array) => string> {
  const prefix = (await env.chain())?.bech32Prefix;
  return (raw) =>
    prefix === undefined || raw.length !== 20
      ? Buffer.from(raw).toString("hex").toUpperCase()
      : addressToBech32(raw, `${prefix}valcons`);
}

interface BlockAnswer {
  readonly blockId: BlockID;
  readonly block: Block;
  readonly sdkBlock: ShownBlock;
}

async function blockAnswer(env: ApiEnvironment, { block, blockId }: StoredBlock): Promise<BlockAnswer> {
  const text = await consensusAddresses(env);
  const header = block.header!;
  return {
    blockId,
    block,
    sdkBlock: {
      header: { ...header, proposerAddress: text(header.proposerAddress) },
      data: block.data,
      evidence: block.evidence,
      lastCommit: block.lastCommit,
    },
  };
}

function keyOf({ pubKey }: Validator): ShownValidator["pubKey"] {
  const key = pubKey?.ed25519;
  return key === undefined ? undefined : { typeUrl: PubKey.typeUrl, value: PubKey.toBytes({ key }) };
}

interface SetAnswer {
  readonly blockHeight: bigint;
  readonly validators: ShownValidator[];
  readonly pagination: PageResponse;
}

async function setAnswer(
  env: ApiEnvironment,
  height: bigint,
  request: PageRequest | undefined,
): Promise<SetAnswer> {
  const all = await env.sources.blocks.validators(Number(height));
  if (all === undefined) {
    throw new ApiError(GrpcCode.NOT_FOUND, `the validators of height ${height} are not kept here`);
  }
  const text = await consensusAddresses(env);
  const { items, pagination } = paginateList(all, request);
  const validators = items.map((validator) => ({
    address: text(validator.address),
    pubKey: keyOf(validator),
    votingPower: validator.votingPower,
    proposerPriority: validator.proposerPriority,
  }));
  return { blockHeight: height, validators, pagination };
}

export const blockHandlers: readonly Handler[] = [
  handler(Service.GetNodeInfo, async ({ sources: { app, identity } }) => {
    const { data, version } = app.info({
      version: identity.version,
      blockVersion: BLOCK_VERSION,
      p2pVersion: P2P_VERSION,
      abciVersion: "2.0.0",
    });
    return {
      defaultNodeInfo: {
        protocolVersion: { p2p: P2P_VERSION, block: BLOCK_VERSION, app: identity.appVersion },
        defaultNodeId: identity.nodeId,
        listenAddr: "tcp://0.0.0.0:26656",
        network: identity.chainId,
        version: identity.version,
        channels: CHANNELS,
        moniker: identity.moniker,
        other: { txIndex: "on", rpcAddress: "tcp://0.0.0.0:26657" },
      },
      applicationVersion: {
        name: data,
        appName: data,
        version,
        gitCommit: "",
        buildTags: "",
        goVersion: `node ${process.version}`,
        buildDeps: [],
        cosmosSdkVersion: SDK_VERSION,
      },
    };
  }),

  handler(Service.GetSyncing, async () => ({ syncing: false })),

  handler(Service.GetLatestBlock, async (env) => blockAnswer(env, await env.latestBlock())),

  handler(Service.GetBlockByHeight, async (env, { height }) => blockAnswer(env, await env.block(height))),

  handler(Service.GetLatestValidatorSet, async (env, { pagination }) => {
    await env.latestBlock();
    return setAnswer(env, BigInt(env.sources.blocks.height()), pagination);
  }),

  handler(Service.GetValidatorSetByHeight, async (env, { height, pagination }) => {
    await env.block(height);
    return setAnswer(env, height, pagination);
  }),

  handler(Service.ABCIQuery, async (env, request) => {
    if (request.height < 0n) throw badRequest("height must not be negative");
    await env.latestBlock();
    return env.sources.app.query(request);
  }),
];
