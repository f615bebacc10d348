import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testGenesis } from "../../test/kvstore/chain.ts";
import { EngineError } from "./errors.ts";
import { formatGenesis, parseGenesis } from "./genesis.ts";
import { jsonFields } from "./json-fields.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const good = formatGenesis(testGenesis({ powers: [3n, 4n] })).trimEnd();

/** A good document with another value at `a.b.0`; undefined deletes. */
function changed(path: string, value: unknown): string {
  const document = JSON.parse(good) as object;
  const names = path.split(".");
  const last = names.pop()!;
  let at = document as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(document);
}

describe("a genesis document", () => {
  test("reads the same after it was written", () => {
    const genesis = testGenesis({
      powers: [3n, 4n],
      genesis: {
        initialHeight: 1000,
        time: { seconds: 1_767_225_600n, nanos: 123_400_000 },
        appHash: Uint8Array.of(1, 2, 255),
        appState: new Uint8Array(Buffer.from('{"a": [1, 18446744073709551615]}')),
      },
    });
    expect(parseGenesis(formatGenesis(genesis))).toEqual(genesis);
    expect(formatGenesis(genesis)).toContain('"genesis_time": "2026-01-01T00:00:00.1234Z"');
  });

  test("hands on app_state as it stands there", () => {
    const state = '{ "n": 18446744073709551615, "s": "}\\"]", "x": [ 1.50 ,{} ] }';
    const document = good.replace(/}$/, `, "app_state" : ${state} }`);
    expect(text(parseGenesis(document).appState)).toBe(state);
    for (const plain of ["true", "17", '"a,b"', "[]"]) {
      const other = good.replace(/^{/, `{"app_state":${plain},`);
      expect(text(parseGenesis(other).appState)).toBe(plain);
    }
    expect(parseGenesis(changed("app_state", null)).appState).toHaveLength(0);
  });

  test("has defaults where CometBFT has", () => {
    const genesis = parseGenesis('{"genesis_time":"2026-01-01T00:00:00Z","chain_id":"a"}');
    expect(genesis.initialHeight).toBe(1);
    expect(genesis.validators).toEqual([]);
    expect(genesis.params.block).toEqual({ maxBytes: 22_020_096n, maxGas: -1n });
    expect(parseGenesis(changed("initial_height", "0")).initialHeight).toBe(1);
    expect(parseGenesis(changed("initial_height", 7)).initialHeight).toBe(7);
    expect(parseGenesis(changed("validators.0.address", undefined)).validators[0]!.address).toHaveLength(20);
    expect(parseGenesis(changed("genesis_time", "2026-01-01T02:00:00+02:00")).time.seconds).toBe(
      1_767_225_600n,
    );
  });

  test.each<[message: string, path: string, value: unknown]>([
    ["genesis_time must be RFC 3339", "genesis_time", "yesterday"],
    ["genesis_time must be RFC 3339", "genesis_time", "2026-02-30T00:00:00Z"],
    ["genesis_time must be text", "genesis_time", undefined],
    ["chain_id must not be empty", "chain_id", ""],
    ["chain_id is longer than 50 bytes", "chain_id", "x".repeat(51)],
    ["chain_id is longer than 50 bytes", "chain_id", "é".repeat(26)],
    ["chain_id must be text", "chain_id", 7],
    ["initial_height must be positive", "initial_height", "-1"],
    ["initial_height must be positive and below 2^53", "initial_height", "9007199254740992"],
    ["initial_height must be a 64-bit integer", "initial_height", "1.5"],
    ["initial_height must be a 64-bit integer", "initial_height", "9223372036854775808"],
    ["nonsense is unknown", "nonsense", 1],
    ["validators must be a list", "validators", {}],
    ["validators[1] must be an object", "validators.1", "v"],
    ["validators[1].power must be positive", "validators.1.power", "0"],
    ["validators[1].stake is unknown", "validators.1.stake", "1"],
    ["validators[0].address is not the key's", "validators.0.address", "00".repeat(20)],
    ["validators[0].pub_key.type must be", "validators.0.pub_key.type", "tendermint/PubKeySecp256k1"],
    ["validators[0].pub_key.value must be base64", "validators.0.pub_key.value", "AAAA"],
    ["is named twice", "validators.1", JSON.parse(good).validators[0]],
    ["total voting power would exceed", "validators.1.power", "1152921504606846975"],
    ["app_hash must be hex", "app_hash", "xyz"],
    ["consensus_params.block is missing", "consensus_params.block", undefined],
    ["block.max_bytes must be -1 or 1 to", "consensus_params.block.max_bytes", "0"],
    ["block.max_bytes must be -1 or 1 to", "consensus_params.block.max_bytes", "104857601"],
    ["block.max_gas must be -1 or more", "consensus_params.block.max_gas", "-2"],
    ["max_age_num_blocks must be positive", "consensus_params.evidence.max_age_num_blocks", "0"],
    ["max_age_duration must be positive", "consensus_params.evidence.max_age_duration", "0"],
    ["evidence.max_bytes must be 0 to", "consensus_params.evidence.max_bytes", "22020097"],
    ["pub_key_types must be a list", "consensus_params.validator.pub_key_types", undefined],
    ["pub_key_types must name ed25519", "consensus_params.validator.pub_key_types", ["secp256k1"]],
    ["has no vote extensions", "consensus_params.abci.vote_extensions_enable_height", "5"],
  ])("is refused: %s", (message, path, value) => {
    expect(() => parseGenesis(changed(path, value))).toThrow(EngineError);
    expect(() => parseGenesis(changed(path, value))).toThrow(message);
  });

  test.each(["", "null", "[]", "{", '{"chain_id":"a","chain_id":"b"}', '{"a":1}x', "nul"])(
    "is refused where it is no JSON object: %s",
    (json) => {
      expect(() => parseGenesis(json)).toThrow("not a JSON object, or a field is there twice");
    },
  );

  test("of any other kind is refused with an error of ours", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() => parseGenesis(json)).toThrow(EngineError);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(JSON.parse(good))), (value, field) => {
        try {
          parseGenesis(changed(field, value));
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("the texts of an object's fields are where the parser sees them", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
      const fields = jsonFields(JSON.stringify(object, undefined, indent))!;
      expect(Object.fromEntries([...fields].map(([name, value]) => [name, JSON.parse(value)]))).toEqual(
        JSON.parse(JSON.stringify(object)),
      );
      for (const value of fields.values()) expect(value).toBe(value.trim());
    }),
    { numRuns: 300 },
  );
});
