import * as attest from "@assay/proto/gen/assay/attest/v1/event";
import * as challenge from "@assay/proto/gen/assay/challenge/v1/event";
import * as data from "@assay/proto/gen/assay/data/v1/event";
import { EventClaimLost, EventStaked } from "@assay/proto/gen/assay/data/v1/event";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import * as registry from "@assay/proto/gen/assay/registry/v1/event";
import { describe, expect, it } from "vitest";
import { eventAttributes, eventName } from "../kernel/event.ts";
import { findEvent } from "./events.ts";
import { attestEvents } from "./modules/attest/events.ts";
import { challengeEvents } from "./modules/challenge/events.ts";
import { dataEvents, parseDataEvent } from "./modules/data/events.ts";
import { registryEvents } from "./modules/registry/events.ts";

describe("typed events", () => {
  it("come back as the ledger emitted them", () => {
    const staked: EventStaked = {
      datasetId: Uint8Array.of(1, 0xff),
      claim: ClaimKind.CLAIM_KIND_UNIQUE,
      account: "assay1x",
      amount: 18_446_744_073_709_551_615n,
      isOwner: true,
    };
    const event = { type: eventName(EventStaked), attributes: eventAttributes(EventStaked, staked) };
    expect(parseDataEvent(event)).toEqual({ type: "data.staked", value: staked, msgIndex: undefined });
    const inTx = { ...event, attributes: [...event.attributes, { key: "msg_index", value: "2" }] };
    expect(findEvent(parseDataEvent, [{ type: "tx", attributes: [] }, inTx], "data.staked")?.msgIndex).toBe(
      2,
    );
  });

  it("are undefined where they cannot be read", () => {
    const attributes = eventAttributes(EventClaimLost, EventClaimLost.create());
    expect(parseDataEvent({ type: "data.claim_lost", attributes })).toBeDefined();
    const broken = attributes.map((a) => (a.key === "dataset_id" ? { ...a, value: "zz" } : a));
    expect(parseDataEvent({ type: "data.claim_lost", attributes: broken })).toBeUndefined();
    expect(parseDataEvent({ type: "constructor", attributes })).toBeUndefined();
    expect(parseDataEvent({ type: "transfer", attributes: [] })).toBeUndefined();
  });

  it("are all of each module's", () => {
    const tables = [
      [attest, attestEvents],
      [challenge, challengeEvents],
      [data, dataEvents],
      [registry, registryEvents],
    ] as const;
    for (const [protos, table] of tables) {
      const names = Object.values(protos).map((type) => eventName(type as typeof EventStaked));
      expect(Object.keys(table).sort()).toEqual(names.sort());
    }
  });
});
