/**
 * What a wallet is told of this chain, in Keplr's form.
 *
 * @module
 */
import { chain } from "../data/chain.ts";

/** As the node says it, or else made of what the page knows: all of it is on the page's own origin. */
export function chainInfo(): object {
  const { chainId, prefix, denom, keplr } = chain.value;
  if (keplr !== undefined) return keplr;
  const coin = { coinDenom: "ASSAY", coinMinimalDenom: denom, coinDecimals: 6 };
  return {
    chainId,
    chainName: `Assay (${chainId})`.slice(0, 36),
    rpc: `${location.origin}/rpc`,
    rest: location.origin,
    bip44: { coinType: 118 },
    bech32Config: {
      bech32PrefixAccAddr: prefix,
      bech32PrefixAccPub: `${prefix}pub`,
      bech32PrefixValAddr: `${prefix}valoper`,
      bech32PrefixValPub: `${prefix}valoperpub`,
      bech32PrefixConsAddr: `${prefix}valcons`,
      bech32PrefixConsPub: `${prefix}valconspub`,
    },
    currencies: [coin],
    feeCurrencies: [{ ...coin, gasPriceStep: { low: 0.025, average: 0.025, high: 0.04 } }],
    stakeCurrency: coin,
    features: [],
  };
}
