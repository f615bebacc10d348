/** The two files that the Cosmos chain registry lists a chain by. */
import { type Asset, bech32Config, type ChainFacts, COIN_TYPE, gasPrices } from "./chain-facts.ts";

/** The registry names chains in letters and digits alone. */
const nameOf = ({ chainId }: ChainFacts): string =>
  chainId.toLowerCase().replace(/[^a-z0-9]/g, "") || "assay";

/** `chain.json`. */
export function registryChain(facts: ChainFacts): object {
  const { chainId, prefix, feeDenom, urls } = facts;
  const { low, average, high } = gasPrices(facts);
  return {
    $schema: "../chain.schema.json",
    chain_name: nameOf(facts),
    chain_type: "cosmos",
    chain_id: chainId,
    pretty_name: "Assay",
    status: "live",
    bech32_prefix: prefix,
    bech32_config: bech32Config(facts),
    daemon_name: "assay",
    node_home: "$HOME/.assay",
    key_algos: ["secp256k1"],
    slip44: COIN_TYPE,
    fees: {
      fee_tokens: [
        {
          denom: feeDenom,
          fixed_min_gas_price: low,
          low_gas_price: low,
          average_gas_price: average,
          high_gas_price: high,
        },
      ],
    },
    codebase: {
      recommended_version: facts.appVersion,
      consensus: { type: "cometbft", version: facts.cometVersion },
      language: { type: "other" },
      sdk: { type: "other" },
    },
    apis: { rpc: [{ address: urls.rpc }], rest: [{ address: urls.rest }] },
    explorers: [
      {
        kind: "assay",
        url: urls.rest,
        tx_page: `${urls.rest}/tx/\${txHash}`,
        account_page: `${urls.rest}/accounts/\${accountAddress}`,
        block_page: `${urls.rest}/blocks/\${blockHeight}`,
      },
    ],
  };
}

const assetOf = ({ base, display, symbol, name, description, units }: Asset): object => ({
  ...(description === "" ? {} : { description }),
  denom_units: units.map(({ denom, exponent, aliases }) => ({
    denom,
    exponent,
    ...(aliases.length === 0 ? {} : { aliases }),
  })),
  base,
  display,
  symbol,
  name: name.slice(0, 30),
  type_asset: "sdk.coin",
});

/** `assetlist.json`. */
export function registryAssets(facts: ChainFacts): object {
  return {
    $schema: "../assetlist.schema.json",
    chain_name: nameOf(facts),
    assets: facts.assets.map(assetOf),
  };
}
