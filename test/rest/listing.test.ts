/** What wallets and registries are told of the chain, judged by those who read it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needs } from "../harness/binaries.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents of others' making
type Document = any;

const validators = needs("validators");
/** A clone of github.com/cosmos/chain-registry: npm carries its data, but not its schemas. */
const registry = process.env.ASSAY_CHAIN_REGISTRY ?? "";
let chain: TestNode;
let base: string;

const get = async (path: string): Promise<Document> => (await fetch(base + path)).json();

beforeAll(async () => {
  chain = await startTestNode();
  base = `http://127.0.0.1:${chain.node.webPort}`;
  await chain.node.nextBlock();
});

afterAll(() => chain?.close());

describe("/chain.json for Keplr", () => {
  it("has the chain's own names and prices, and the URLs that it was asked at", async () => {
    const { keplr, chain_id } = await get("/chain.json");
    expect(chain_id).toBe(chain.node.chainId);
    expect(keplr).toMatchObject({
      chainId: chain.node.chainId,
      rpc: chain.rpcUrl,
      rest: base,
      bip44: { coinType: 118 },
      currencies: [{ coinDenom: "ASSAY", coinMinimalDenom: "uassay", coinDecimals: 6 }],
      feeCurrencies: [
        { coinMinimalDenom: "uassay", gasPriceStep: { low: 0.025, average: 0.025, high: 0.0375 } },
      ],
    });
    expect(keplr.bech32Config.bech32PrefixConsAddr).toBe("assayvalcons");
  });

  it.skipIf(validators.missing)(`is accepted by Keplr's own validator${validators.howToGetIt}`, async () => {
    const at = join(validators.path, "@keplr-wallet/chain-validator/build/index.js");
    const { validateBasicChainInfoType } = (await import(pathToFileURL(at).href)) as Document;
    const { keplr } = await get("/chain.json");
    expect(await validateBasicChainInfoType(keplr, false)).toEqual(keplr);
    await expect(validateBasicChainInfoType({ ...keplr, currencies: [] }, false)).rejects.toThrow();
  });

  it("trusts no host that is none", async () => {
    const { request } = await import("node:http");
    const answer = await new Promise<string>((resolve) => {
      const asked = request(`${base}/chain.json`, { headers: { host: "a b<script>" } }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve(text));
      });
      asked.end();
    });
    expect(answer).not.toContain("script");
  });
});

/** What the registry's schemas ask of the fields that we fill, in our own words: theirs judge below where they are. */
const url = { type: "string", pattern: "^https?://[^?]+$" };
const word = { type: "string", pattern: "^[a-z0-9]+$" };
const strict = (properties: object, required = Object.keys(properties)): object => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const endpoints = { type: "array", items: strict({ address: url }), minItems: 1 };
const price = { type: "number", minimum: 0 };
const CHAIN = strict({
  $schema: { const: "../chain.schema.json" },
  chain_name: word,
  chain_type: { const: "cosmos" },
  chain_id: { type: "string", minLength: 1 },
  pretty_name: { type: "string", minLength: 1 },
  status: { enum: ["live", "upcoming", "killed"] },
  bech32_prefix: word,
  bech32_config: { type: "object", minProperties: 6, maxProperties: 6, additionalProperties: word },
  daemon_name: word,
  node_home: { type: "string", pattern: "^\\$HOME/" },
  key_algos: { type: "array", items: { enum: ["secp256k1"] }, minItems: 1 },
  slip44: { const: 118 },
  fees: strict({
    fee_tokens: {
      type: "array",
      minItems: 1,
      items: strict({
        denom: { type: "string", minLength: 1 },
        fixed_min_gas_price: price,
        low_gas_price: price,
        average_gas_price: price,
        high_gas_price: price,
      }),
    },
  }),
  codebase: strict({
    recommended_version: { type: "string", minLength: 1 },
    consensus: strict({
      type: { const: "cometbft" },
      version: { type: "string", pattern: "^v?\\d+(\\.\\d+){0,2}$" },
    }),
    language: strict({ type: { const: "other" } }),
    sdk: strict({ type: { const: "other" } }),
  }),
  apis: strict({ rpc: endpoints, rest: endpoints }),
  explorers: {
    type: "array",
    items: strict({ kind: word, url, tx_page: url, account_page: url, block_page: url }),
  },
});
const ASSETS = strict({
  $schema: { const: "../assetlist.schema.json" },
  chain_name: word,
  assets: {
    type: "array",
    minItems: 1,
    items: strict(
      {
        description: { type: "string" },
        denom_units: {
          type: "array",
          minItems: 1,
          items: strict(
            {
              denom: { type: "string", minLength: 1 },
              exponent: { type: "integer" },
              aliases: { type: "array", items: { type: "string" }, minItems: 1 },
            },
            ["denom", "exponent"],
          ),
        },
        base: { type: "string" },
        display: { type: "string" },
        symbol: { type: "string" },
        name: { type: "string", maxLength: 30 },
        type_asset: { const: "sdk.coin" },
      },
      ["denom_units", "base", "display", "symbol", "name", "type_asset"],
    ),
  },
});

describe("the chain registry's files", () => {
  it.each([
    ["chain.json", CHAIN],
    ["assetlist.json", ASSETS],
  ])("%s has what the registry asks for, and nothing else", async (name, schema) => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const file = await get(`/chain-registry/${name}`);
    expect([validate(file), validate.errors]).toEqual([true, null]);
    expect(validate({ ...file, more: 1 })).toBe(false);
  });

  it("an asset's base and display are among its units", async () => {
    const { assets } = await get("/chain-registry/assetlist.json");
    for (const { base: least, display, denom_units } of assets) {
      const units = denom_units.map(({ denom }: { denom: string }) => denom);
      expect(units).toEqual(expect.arrayContaining([least, display]));
    }
  });

  // Not counted as skipped: no package brings the clone, whoever has one says where.
  if (existsSync(join(registry, "chain.schema.json"))) {
    it("are accepted by its own schemas", async () => {
      for (const name of ["chain", "assetlist"]) {
        const { $schema: _, ...schema } = JSON.parse(
          readFileSync(join(registry, `${name}.schema.json`), "utf8"),
        );
        const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
        const valid = validate(await get(`/chain-registry/${name}.json`));
        expect([name, valid, validate.errors]).toEqual([name, true, null]);
      }
    });
  }
});
