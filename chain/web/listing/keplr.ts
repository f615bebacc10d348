/** What a page hands to `experimentalSuggestChain` of Keplr and of wallets that do as it does. */
import { type Asset, bech32Config, type ChainFacts, COIN_TYPE, gasPrices } from "./chain-facts.ts";

/** Keplr refuses a longer name. */
const MAX_NAME = 30;

const currencyOf = ({ symbol, base, decimals }: Asset) => ({
  coinDenom: symbol,
  coinMinimalDenom: base,
  coinDecimals: decimals,
});

function nameOf({ chainId }: ChainFacts): string {
  const name = `Assay ${chainId}`;
  return name.length > MAX_NAME ? "Assay" : name;
}

export function keplrChainInfo(facts: ChainFacts): object {
  const [fee, ...others] = facts.assets;
  const feeCurrency = currencyOf(fee!);
  return {
    chainId: facts.chainId,
    chainName: nameOf(facts),
    rpc: facts.urls.rpc,
    rest: facts.urls.rest,
    bip44: { coinType: COIN_TYPE },
    bech32Config: bech32Config(facts),
    currencies: [feeCurrency, ...others.map(currencyOf)],
    feeCurrencies: [{ ...feeCurrency, gasPriceStep: gasPrices(facts) }],
    stakeCurrency: feeCurrency,
    features: [],
  };
}
