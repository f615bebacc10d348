/**
 * What genesis fixed for the whole chain, and what every block leaves behind for queries: a module of its own, since
 * it is state like any other.
 *
 * @module
 */

import { protoValue, type ValueCodec } from "@assay/kernel/codec/value-codec";
import { isDenom } from "@assay/kernel/coin";
import { defineState } from "@assay/kernel/collections/schema";
import type { BlockInfo, ChainInfo as KernelChainInfo } from "@assay/kernel/context";
import { genesis, type Module, query } from "@assay/kernel/module";
import { concat, u32be, u64be } from "@assay/primitives/bytes";
import { GenesisState } from "@assay/proto/gen/assay/chain/v1/genesis";
import { Query } from "@assay/proto/gen/assay/chain/v1/query";
import { ChainInfo } from "@assay/proto/gen/assay/chain/v1/types";
import { Query as ConsensusQuery } from "@assay/proto/gen/cosmos/consensus/v1/query";
import { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";

/** Nanoseconds fit 30 bits. */
const blockValue: ValueCodec<BlockInfo> = {
  name: "u64 height, u64 seconds, u32 nanoseconds",
  encode: ({ height, timeSeconds, timeNanos }) =>
    concat(u64be(height), u64be(BigInt.asUintN(64, timeSeconds)), u32be(timeNanos)),
  decode(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { height: view.getBigUint64(0), timeSeconds: view.getBigInt64(8), timeNanos: view.getUint32(16) };
  },
};

export const state = defineState("chain", (s) => ({
  /** Names and denoms, fixed by genesis. */
  info: s.item(0x00, "info", protoValue(ChainInfo)),
  /** Of the engine: limits of a block. */
  consensusParams: s.item(0x01, "consensus_params", protoValue(ConsensusParams)),
  /** The block that made this state: a query's clock. */
  block: s.item(0x02, "block", blockValue),
}));

/** BIP-173 allows more; wallets do not. */
const PREFIX = /^[a-z]{1,20}$/;

export const kernelInfo = (info: ChainInfo): KernelChainInfo => ({
  chainId: info.chainId,
  bech32Prefix: info.bech32Prefix,
  feeDenom: info.feeDenom,
});

/** @throws Error that names what is wrong. */
export function checkChainGenesis({ bech32Prefix, feeDenom }: GenesisState): void {
  if (!PREFIX.test(bech32Prefix)) throw new Error(`chain: bech32_prefix "${bech32Prefix}" is none`);
  if (!isDenom(feeDenom)) throw new Error(`chain: fee_denom "${feeDenom}" is no denom`);
}

export const chainModule: Module = {
  name: "chain",
  schema: state.$schema,
  queries: [
    query(Query.Info, (ctx) => ({ info: state.info.must(ctx) })),
    query(ConsensusQuery.Params, (ctx) => ({ params: state.consensusParams.must(ctx) })),
  ],
  genesis: genesis(GenesisState, {
    init(ctx, { bech32Prefix, feeDenom, minGasPriceMicro }) {
      state.info.set(ctx, { chainId: ctx.chain.chainId, bech32Prefix, feeDenom, minGasPriceMicro });
    },
    export(ctx) {
      const { bech32Prefix, feeDenom, minGasPriceMicro } = state.info.must(ctx);
      return { bech32Prefix, feeDenom, minGasPriceMicro };
    },
  }),
};
