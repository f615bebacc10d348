import { moduleAddress } from "@assay/primitives/address";
import { PageRequest } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import { Event } from "@assay/proto/gen/tendermint/abci/types";
import { enumType } from "@assay/proto/wire/enum-type";
import { MessageType } from "@assay/proto/wire/message-type";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryStore } from "../test/harness/memory-store.ts";
import { AssertionError, assert, present } from "./assert.ts";
import { u64Key } from "./codec/key-codec.ts";
import { u64Value } from "./codec/value-codec.ts";
import { checkCoins, MAX_AMOUNT, parseAmount, positiveCoin } from "./coin.ts";
import { defineState } from "./collections/schema.ts";
import { ExecutionContext } from "./context.ts";
import { CodedError, defineErrors, notFound, sdkErrors } from "./errors.ts";
import { encodeEvent, eventAttributes, eventName } from "./event.ts";
import { GAS, GasMeter, MeteredStore } from "./gas.ts";
import { MAX_PAGE_LIMIT, MAX_PAGE_WALK, paginate, paginateList } from "./pagination.ts";

const chain = { chainId: "test", bech32Prefix: "assay", feeDenom: "uassay" };
const block = { height: 1n, timeSeconds: 0n, timeNanos: 0 };
const context = (): ExecutionContext => new ExecutionContext(chain, block, new MemoryStore());

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof CodedError) return `${error.codespace}/${error.code} ${error.message}`;
    throw error;
  }
};

describe("errors", () => {
  test("carry codespace, code and the SDK's form of text", () => {
    const errors = defineErrors("shop", { closed: [2, "shop is closed"] });
    expect(
      codeOf(() => {
        throw errors.closed();
      }),
    ).toBe("shop/2 shop is closed");
    expect(
      codeOf(() => {
        throw errors.closed("on sundays");
      }),
    ).toBe("shop/2 on sundays: shop is closed");
    expect(errors.closed.code).toBe(2);
  });

  test("a code is never used twice, nor 0 or 1", () => {
    expect(() => defineErrors("shop", { a: [2, "a"], b: [2, "b"] })).toThrow("taken");
    expect(() => defineErrors("shop", { a: [1, "a"] })).toThrow("reserved");
    expect(() => defineErrors("shop", { a: [0, "a"] })).toThrow("reserved");
  });

  test("not found is said as CosmJS looks for it", () => {
    expect(notFound("account x").message).toBe(
      "rpc error: code = NotFound desc = account x not found: key not found",
    );
  });

  test("an assertion is no coded error", () => {
    expect(() => assert(false, "no")).toThrow(AssertionError);
    expect(() => present(undefined, "it")).toThrow("it is missing");
    expect(present(0, "it")).toBe(0);
    expect(new AssertionError("x")).not.toBeInstanceOf(CodedError);
  });
});

describe("coins", () => {
  test("an amount is a canonical decimal of 64 bits", () => {
    expect(parseAmount("0")).toBe(0n);
    expect(parseAmount(MAX_AMOUNT.toString())).toBe(MAX_AMOUNT);
    for (const text of [
      "",
      "-1",
      "+5",
      "01",
      "0x1",
      "1e3",
      "1.0",
      " 1",
      "1 ",
      "١",
      (MAX_AMOUNT + 1n).toString(),
      "9".repeat(100),
    ]) {
      expect(parseAmount(text), text).toBeUndefined();
    }
  });

  test("a list of coins is sorted, distinct, above zero", () => {
    const coins = (...list: [string, string][]) => list.map(([denom, amount]) => ({ denom, amount }));
    expect(checkCoins(coins(["ucosm", "1"], ["ustake", "2"]))).toHaveLength(2);
    for (const bad of [
      coins(["ustake", "1"], ["ucosm", "2"]),
      coins(["ucosm", "1"], ["ucosm", "2"]),
      coins(["ucosm", "0"]),
      coins(["ucosm", "-1"]),
      coins(["u", "1"]),
      coins(["", "1"]),
      coins(["1ucosm", "1"]),
      coins(["u".repeat(129), "1"]),
      coins(["ucosm\0", "1"]),
    ]) {
      expect(
        codeOf(() => checkCoins(bad)),
        JSON.stringify(bad),
      ).toMatch(/^sdk\/10 /);
    }
  });

  test("one coin of one denom, above zero", () => {
    expect(positiveCoin({ denom: "uassay", amount: "5" }, "uassay")).toBe(5n);
    for (const bad of [
      undefined,
      { denom: "uassay", amount: "0" },
      { denom: "ucosm", amount: "5" },
      { denom: "uassay", amount: "5.0" },
    ]) {
      expect(codeOf(() => positiveCoin(bad, "uassay"))).toMatch(/^sdk\/10 /);
    }
  });
});

describe("events", () => {
  const colors = enumType("x.y.v1.Color", { COLOR_RED: 1 });
  const EventLampSwitchedOn = new MessageType(
    "assay.lamp.v1.EventLampSwitchedOn",
    () => ({ lampId: new Uint8Array(0), color: 0, watts: 0n }),
    [
      { no: 1, name: "lampId", protoName: "lamp_id", kind: "bytes", repeated: false, explicit: false },
      {
        no: 2,
        name: "color",
        protoName: "color",
        kind: "enum",
        repeated: false,
        explicit: false,
        enum: () => colors,
      },
      { no: 3, name: "watts", protoName: "watts", kind: "uint64", repeated: false, explicit: false },
    ],
  );

  test("have the module's name and plain attributes", () => {
    expect(eventName(EventLampSwitchedOn)).toBe("lamp.lamp_switched_on");
    const event = { lampId: Uint8Array.of(0, 255), color: 1, watts: 60n };
    expect(eventAttributes(EventLampSwitchedOn, event)).toEqual([
      { key: "lamp_id", value: "00ff" },
      { key: "color", value: "COLOR_RED" },
      { key: "watts", value: "60" },
    ]);
  });

  test("are encoded once, as ABCI's Event with every attribute indexed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.array(
          fc.record({
            key: fc.string({ unit: "binary" }),
            value: fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constant("é".repeat(9000))),
          }),
        ),
        (type, attributes) => {
          const event = encodeEvent(type, attributes);
          const indexed = attributes.map((a) => ({ ...a, index: true }));
          expect(Event.fromBytesStrict(event.bytes)).toEqual({ type, attributes: indexed });
          expect(Buffer.compare(event.bytes, Event.toBytes({ type, attributes: indexed }))).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("of a message carry its number last, others none", () => {
    const ctx = context();
    ctx.emit(EventLampSwitchedOn, {});
    ctx.msgIndex = 3;
    ctx.emitPlain("burn", [{ key: "amount", value: "1uassay" }]);
    expect(ctx.events.map(({ attributes }) => attributes.at(-1))).toEqual([
      { key: "watts", value: "0" },
      { key: "msg_index", value: "3" },
    ]);
  });
});

describe("addresses in a context", () => {
  test("are of this chain only", () => {
    const ctx = context();
    const raw = moduleAddress("shop");
    expect(ctx.address(ctx.addressText(raw))).toEqual(raw);
    const foreign = ctx.addressText(raw).replace("assay1", "cosmos1");
    expect(codeOf(() => ctx.address(foreign))).toMatch(/^sdk\/7 .*is no assay address: invalid address$/);
    expect(codeOf(() => ctx.address("x".repeat(5000)))!.length).toBeLessThan(200);
  });
});

describe("gas", () => {
  test("is refused past its limit, and what was used stays counted", () => {
    const gas = new GasMeter(10);
    gas.consume(10, "a");
    expect(codeOf(() => gas.consume(1, "b"))).toBe(
      "sdk/11 out of gas in location: b; gasWanted: 10, gasUsed: 11: out of gas",
    );
    expect(gas.used).toBe(11);
  });

  test("a store's accesses cost what the SDK's cost", () => {
    const gas = new GasMeter(10 ** 9);
    const store = new MeteredStore(new MemoryStore(), gas);
    const cost = (run: () => unknown): number => {
      const before = gas.used;
      run();
      return gas.used - before;
    };
    const key = new Uint8Array(5);
    expect(cost(() => store.set("m", key, new Uint8Array(7)))).toBe(2000 + 30 * 12);
    expect(cost(() => store.get("m", key))).toBe(1000 + 3 * 12);
    expect(cost(() => store.get("m", new Uint8Array(6)))).toBe(1000 + 3 * 6);
    expect(cost(() => store.has("m", key))).toBe(GAS.has);
    expect(cost(() => [...store.iterate("m", {})])).toBe(30 + 3 * 12);
    expect(cost(() => store.delete("m", key))).toBe(GAS.delete);
  });

  test("nothing is written where there is no gas for it", () => {
    const inner = new MemoryStore();
    const store = new MeteredStore(inner, new GasMeter(2000));
    expect(codeOf(() => store.set("m", Uint8Array.of(1), Uint8Array.of(1)))).toMatch(/^sdk\/11/);
    expect(inner.has("m", Uint8Array.of(1))).toBe(false);
  });
});

describe("pages", () => {
  const state = defineState("list", (s) => ({ all: s.map(0x01, "all", u64Key, u64Value) }));
  const filled = (count: number): ExecutionContext => {
    const ctx = context();
    for (let i = 1; i <= count; i++) state.all.set(ctx, BigInt(i), BigInt(i * i));
    return ctx;
  };
  const page = (
    ctx: ExecutionContext,
    request: Partial<PageRequest>,
    pick = (_k: bigint, v: bigint): bigint | undefined => v,
  ) => paginate(ctx, state.all, PageRequest.fromPartial(request), pick);

  test("page by page is the whole, by key or by offset, either way, filtered or not", () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (count, limit, reverse, byOffset, odd) => {
          const ctx = filled(count);
          const pick = (_k: bigint, v: bigint) => (odd && v % 2n === 0n ? undefined : v);
          const expected = [...state.all.iterate(ctx, { reverse })]
            .map(([, v]) => v)
            .filter((v) => !odd || v % 2n === 1n);
          const seen: bigint[] = [];
          let key: Uint8Array = new Uint8Array(0);
          for (let turn = 0; turn < 50; turn++) {
            const request = byOffset ? { offset: BigInt(seen.length) } : { key };
            const { items, pagination } = page(ctx, { limit: BigInt(limit), reverse, ...request }, pick);
            expect(items.length).toBeLessThanOrEqual(limit);
            seen.push(...items);
            key = pagination.nextKey;
            if (key.length === 0) break;
          }
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("counts when asked, and walks no further than it may", () => {
    const ctx = filled(50);
    expect(page(ctx, { limit: 5n, countTotal: true }).pagination.total).toBe(50n);
    expect(page(ctx, { limit: 5n }).pagination.total).toBe(0n);
    expect(page(filled(MAX_PAGE_LIMIT + 5), { limit: (1n << 64n) - 1n }).items).toHaveLength(MAX_PAGE_LIMIT);
    expect(codeOf(() => page(ctx, { offset: BigInt(MAX_PAGE_WALK + 1) }))).toMatch(/^sdk\/18 /);
    expect(codeOf(() => page(ctx, { offset: 1n, key: Uint8Array.of(1) }))).toMatch(/^sdk\/18 /);
  });

  test("where nothing is picked for long, the answer says where to go on", () => {
    const ctx = filled(MAX_PAGE_WALK + 200);
    const last = BigInt(MAX_PAGE_WALK + 150);
    const pick = (k: bigint) => (k === 1n || k === last ? k : undefined);
    const first = page(ctx, { limit: 1n }, pick);
    expect(first.items).toEqual([1n]);
    expect(first.pagination.nextKey.length).toBeGreaterThan(0);
    expect(page(ctx, { limit: 1n, key: first.pagination.nextKey }, pick).items).toEqual([last]);
  });

  test("any key is a place", () => {
    const ctx = filled(20);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.boolean(), (key, reverse) => {
        expect(page(ctx, { key, reverse, limit: 3n }).items.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test("of a list", () => {
    const all = [1, 2, 3, 4, 5];
    const first = paginateList(all, PageRequest.fromPartial({ limit: 2n, countTotal: true }));
    expect(first).toMatchObject({ items: [1, 2], pagination: { total: 5n } });
    const second = paginateList(all, PageRequest.fromPartial({ limit: 3n, key: first.pagination.nextKey }));
    expect(second).toMatchObject({ items: [3, 4, 5], pagination: { nextKey: new Uint8Array(0) } });
    expect(paginateList(all, PageRequest.fromPartial({ offset: 99n })).items).toEqual([]);
    expect(paginateList(all, undefined).items).toEqual(all);
  });
});

test("the SDK's codes are the SDK's", () => {
  const codes = Object.values(sdkErrors).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect([
    sdkErrors.insufficientFunds.code,
    sdkErrors.wrongSequence.code,
    sdkErrors.unauthorized.code,
  ]).toEqual([5, 32, 4]);
});
