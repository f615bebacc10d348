import { readContext } from "@assay/kernel/context";
import { Query } from "@assay/proto/gen/assay/staking/v1/query";
import { describe, expect, test } from "vitest";
import { createTestApp } from "../../test/harness/app-harness.ts";
import { testSigner } from "../../test/harness/keys.ts";
import { stakingView } from "./view.ts";

const signer = (name: string) => testSigner(name, "assay");
const validator = (name: string, fields: object = {}) => ({
  operator: signer(name).address,
  consensus_pubkey: Buffer.from(signer(name).secret).toString("base64"),
  power: "10",
  moniker: name,
  ...fields,
});
const withValidators = (...validators: object[]) =>
  createTestApp({ genesis: { staking: { validators: validators as never } } });

describe("the validators of genesis", () => {
  test("are answered by power, then by operator", async () => {
    const chain = await withValidators(validator("v1"), validator("v2", { power: "30" }), validator("v3"));
    await chain.nextBlock();
    const { validators } = await chain.query(Query.Validators, {});
    expect(validators[0]!.moniker).toBe("v2");
    const [second, third] = validators.slice(1).map(({ operator }) => Buffer.from(addressBytes(operator)));
    expect(Buffer.compare(second!, third!)).toBe(-1);
  });

  const addressBytes = (text: string) =>
    ["v1", "v2", "v3"].map(signer).find(({ address }) => address === text)!.bytes;

  test("answer through their attestor, by default the operator itself", async () => {
    const eye = signer("eye");
    const chain = await withValidators(validator("v1", { attestor: eye.address }), validator("v2"));
    await chain.nextBlock();
    const info = { chainId: chain.chainId, bech32Prefix: chain.prefix, feeDenom: chain.denom };
    const ctx = readContext(info, { height: 1n, timeSeconds: 0n, timeNanos: 0 }, chain.store.latest());
    expect(stakingView.byAttestor(ctx, eye.bytes)!.moniker).toBe("v1");
    expect(stakingView.byAttestor(ctx, signer("v1").bytes)).toBeUndefined();
    expect(stakingView.byAttestor(ctx, signer("v2").bytes)!.moniker).toBe("v2");
    expect(stakingView.validators(ctx).map(({ power }) => power)).toEqual([10n, 10n]);
    const { validator: one } = await chain.query(Query.Validator, { operator: signer("v1").address });
    expect(one).toMatchObject({ moniker: "v1", attestor: eye.address, power: 10n });
    const operator = eye.address;
    await expect(chain.query(Query.Validator, { operator })).rejects.toThrow(
      `rpc error: code = NotFound desc = validator ${operator} not found: key not found`,
    );
  });

  test.each<[string, object[], RegExp]>([
    ["one operator twice", [validator("v1"), validator("v1")], /operator is there twice/],
    [
      "one key twice",
      [validator("v1"), validator("v2", { consensus_pubkey: validator("v1").consensus_pubkey })],
      /consensus key is there twice/,
    ],
    ["a key of 31 bytes", [validator("v1", { consensus_pubkey: "AAAA" })], /is not 32 bytes/],
    ["no power", [validator("v1", { power: "0" })], /no power/],
    ["too much power", [validator("v1", { power: (1n << 60n).toString() })], /total power/],
    [
      "too much together",
      [1, 2].map((i) => validator(`v${i}`, { power: (1n << 59n).toString() })),
      /total power/,
    ],
    ["a long moniker", [validator("v1", { moniker: "m".repeat(71) })], /moniker is too long/],
    [
      "an attestor for two",
      [validator("v1"), validator("v2", { attestor: signer("v1").address })],
      /attestor answers for another/,
    ],
    ["an operator of another chain", [validator("v1", { operator: "cosmos1x" })], /no assay address/],
    ["too many", Array.from({ length: 101 }, (_, i) => validator(`v${i}`)), /over 100 validators/],
  ])("may not have %s", async (_name, validators, why) => {
    await expect(withValidators(...validators)).rejects.toThrow(why);
  });
});
