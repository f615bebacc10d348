import { MsgStake } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { describe, expect, it } from "vitest";
import { fromAny, messageTypes, toAny } from "./codecs.ts";
import { stake } from "./modules/data/messages.ts";
import { assayTypes, createRegistry } from "./registry.ts";

describe("CosmJS's registry", () => {
  it("encodes and decodes our messages as we do", () => {
    const message = stake({
      staker: "assay1x",
      datasetId: "aa".repeat(32),
      claim: ClaimKind.CLAIM_KIND_UNIQUE,
      amount: { denom: "uassay", amount: "5" },
    });
    const registry = createRegistry();
    const any = registry.encodeAsAny(message);
    expect(any.typeUrl).toBe("/assay.data.v1.MsgStake");
    expect(any.value).toEqual(MsgStake.toBytes(message.value));
    expect(registry.decode(any)).toEqual(message.value);
    expect(toAny(message)).toEqual({ typeUrl: any.typeUrl, value: any.value });
    expect(fromAny(any)?.value).toEqual(message.value);
  });

  it("holds every message of ours, and CosmJS's own", () => {
    expect(assayTypes.map(([typeUrl]) => typeUrl)).toHaveLength(19);
    const registry = createRegistry();
    for (const typeUrl of messageTypes.keys()) expect(registry.lookupType(typeUrl), typeUrl).toBeDefined();
    expect(registry.lookupType("/cosmos.staking.v1beta1.MsgDelegate")).toBeDefined();
  });

  it("shows unknown and broken messages raw", () => {
    expect(fromAny({ typeUrl: "/x.Y", value: new Uint8Array(0) })).toBeUndefined();
    expect(fromAny({ typeUrl: MsgStake.typeUrl, value: Uint8Array.of(0xff) })).toBeUndefined();
    expect(() => toAny({ typeUrl: "/x.Y", value: {} })).toThrow("/x.Y");
  });
});
