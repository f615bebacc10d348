/** `cosmos.base.node.v1beta1.Service`: what the node asks for, and how far it is. */
import { Service } from "@assay/proto/gen/cosmos/base/node/v1beta1/query";
import { headerOf } from "./environment.ts";
import { type Handler, handler } from "./handler.ts";

export const nodeHandlers: readonly Handler[] = [
  handler(Service.Config, async (env) => {
    const { minGasPrice, keepVersions } = env.sources.policy;
    const isBare = /^[0-9.]+$/.test(minGasPrice);
    return {
      minimumGasPrice: isBare ? `${minGasPrice}${(await env.chain())?.feeDenom ?? ""}` : minGasPrice,
      pruningKeepRecent: String(keepVersions),
      pruningInterval: "",
      haltHeight: 0n,
    };
  }),

  handler(Service.Status, async (env) => {
    const { height, time, appHash, validatorsHash } = headerOf(await env.latestBlock());
    return {
      earliestStoreHeight: BigInt(env.sources.blocks.base()),
      height: BigInt(height),
      timestamp: time,
      appHash,
      validatorHash: validatorsHash,
    };
  }),
];
