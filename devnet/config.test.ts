import { readFileSync } from "node:fs";
import type { Json } from "@assay/proto/wire/json";
import { describe, expect, test } from "vitest";
import {
  DevnetConfigError,
  defaultConfig,
  devnetConfigToJson,
  parseBlockTime,
  parseDevnetConfig,
} from "./config.ts";
import { MAX_OFFSET, portsAt } from "./ports.ts";

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly default?: Json;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly $ref?: string;
}

const root = JSON.parse(readFileSync(new URL("./config.schema.json", import.meta.url), "utf8")) as Schema & {
  $defs: Record<string, Schema>;
};
const follow = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : { ...root.$defs[schema.$ref.slice("#/$defs/".length)]!, ...schema };

/** What the schema, as far as it is used here, says against a value; undefined for nothing. */
function against(schemaOrRef: Schema, value: Json, at: string): string | undefined {
  const schema = follow(schemaOrRef);
  const kind = Array.isArray(value) ? "array" : typeof value;
  const wanted = schema.type === "integer" ? "number" : schema.type;
  if (wanted !== undefined && kind !== wanted) return at;
  if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return at;
  if (typeof value === "number") {
    const whole = schema.type !== "integer" || Number.isInteger(value);
    if (!whole || value < (schema.minimum ?? value) || value > (schema.maximum ?? value)) return at;
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? value.length)) return at;
    return value
      .map((item, i) => against(schema.items ?? {}, item, `${at}[${i}]`))
      .find((fault) => fault !== undefined);
  }
  if (typeof value !== "object" || value === null) return undefined;
  const missing = schema.required?.find((key) => !(key in value));
  if (missing !== undefined) return `${at}.${missing}`;
  for (const [key, inner] of Object.entries(value)) {
    const known = schema.properties?.[key];
    if (known === undefined && schema.additionalProperties === false) return `${at}.${key}`;
    const fault = against(
      known ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : {}),
      inner,
      `${at}.${key}`,
    );
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const WORDS = Array.from({ length: 12 }, () => "abandon").join(" ");
const full = (): { [key: string]: Json } => ({
  ...devnetConfigToJson(defaultConfig()),
  accounts: [
    { name: "alice", mnemonic: WORDS, address_index: 3, coins: [{ denom: "uassay", amount: "5" }] },
    { name: "faucet", coins: [] },
  ],
  validators: [{ name: "val", mnemonic: WORDS, power: "7" }],
});

/** Whether the parser takes it. */
function isTaken(json: Json): boolean {
  try {
    parseDevnetConfig(json);
    return true;
  } catch (error) {
    if (!(error instanceof DevnetConfigError)) throw error;
    return false;
  }
}

describe("the config file", () => {
  test("has a schema with every key that the parser knows, and no other", () => {
    expect(Object.keys(root.properties!).sort()).toEqual(["$schema", ...Object.keys(full())].sort());
    for (const [key, schema] of Object.entries(root.properties!)) {
      const fallback = devnetConfigToJson(defaultConfig())[key];
      if (schema.default === undefined) continue;
      if (key === "block_time")
        expect(parseBlockTime(schema.default as string)).toBe(parseBlockTime(fallback as string));
      else expect(schema.default).toEqual(fallback);
    }
  });

  test("is what it was after a round trip", () => {
    for (const config of [defaultConfig(), parseDevnetConfig(full())]) {
      const json = devnetConfigToJson(config);
      expect(against(root, json, "")).toBeUndefined();
      expect(parseDevnetConfig(json)).toEqual(config);
    }
  });

  const account = (changes: Json): Json =>
    [{ ...((full().accounts as Json[])[0] as object), ...(changes as object) }] as Json;
  const validator = (changes: Json): Json =>
    [{ ...((full().validators as Json[])[0] as object), ...(changes as object) }] as Json;
  const wrong: readonly (readonly [string, Json])[] = [
    ["chain_id", ""],
    ["chain_id", "a/b"],
    ["chain_id", "x".repeat(51)],
    ["bech32_prefix", "Cosmos"],
    ["denom", "u"],
    ["denom_metadata", [{ colour: "red" }]],
    ["denom_metadata", {}],
    ["accounts", {}],
    ["accounts", account({ name: "../../etc" })],
    ["accounts", account({ name: "" })],
    ["accounts", account({ mnemonic: "three small words" })],
    ["accounts", account({ address_index: -1 })],
    ["accounts", account({ coins: [{ denom: "uassay", amount: 5 }] })],
    ["accounts", account({ coins: [{ denom: "uassay", amount: "05" }] })],
    ["accounts", account({ coins: [{ denom: "uassay" }] })],
    ["accounts", account({ coins: [{ denom: "uassay", amount: "5", note: "" }] })],
    ["accounts", account({ colour: "red" })],
    ["validators", []],
    ["validators", Array.from({ length: 101 }, (_, i) => ({ name: `v${i}` }))],
    ["validators", validator({ power: 10 })],
    ["validators", validator({ colour: "red" })],
    ["block_time", "1m"],
    ["block_time", 1],
    ["initial_height", 0],
    ["initial_height", 1.5],
    ["min_gas_price", "1e3"],
    ["params", []],
    ["params", { data: 5 }],
    ["port_offset", -1],
    ["port_offset", MAX_OFFSET + 1],
    ["demo", "yes"],
    ["faucet_grant", "1.5"],
    ["colour", "red"],
  ];
  test.each(wrong)("schema and parser refuse %s: %j", (key, value) => {
    expect(against(root, { ...full(), [key]: value }, "")).toBeDefined();
    expect(isTaken({ ...full(), [key]: value })).toBe(false);
  });

  test.each([
    ["block_time", "0"],
    ["block_time", "500ms"],
    ["port_offset", MAX_OFFSET],
    ["accounts", [{ name: "solo" }]],
    ["validators", [{ name: "solo" }]],
    ["initial_height", 9007199254740991],
    ["params", { data: { attest_blocks: "5" } }],
  ] as const)("schema and parser take %s: %j", (key, value) => {
    expect(against(root, { ...full(), [key]: value as Json }, "")).toBeUndefined();
    expect(isTaken({ ...full(), [key]: value as Json })).toBe(true);
  });

  test("refuses a name or a denom that comes twice, with both named", () => {
    const twice = { accounts: [{ name: "zoe" }], validators: [{ name: "zoe" }] };
    expect(() => parseDevnetConfig(twice)).toThrow("the name zoe is used twice");
    const coins = [
      { denom: "uassay", amount: "1" },
      { denom: "uassay", amount: "2" },
    ];
    expect(() => parseDevnetConfig({ accounts: [{ name: "zoe", coins }] })).toThrow(
      "the account zoe has uassay twice",
    );
  });

  test("adds the faucet as the last account, in the chain's own denom", () => {
    const config = parseDevnetConfig({ denom: "ucosm", accounts: [{ name: "zoe" }] });
    expect(config.accounts.map(({ name }) => name)).toEqual(["zoe", "faucet"]);
    expect(config.accounts[1]!.coins).toEqual([{ denom: "ucosm", amount: "1000000000000" }]);
    expect(config.denomMetadata).toEqual([]);
    expect(parseDevnetConfig({ denom: "ucosm" }).accounts[0]!.coins[0]!.denom).toBe("ucosm");
  });

  test("leaves every port a port, at the widest offset too", () => {
    for (const port of Object.values(portsAt(MAX_OFFSET))) expect(port + 99).toBeLessThanOrEqual(65_535);
  });
});
