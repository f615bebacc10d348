import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { AuthInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { MessageType } from "@assay/proto/wire/message-type";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import { arbitraryMessage } from "../../test/harness/arbitrary-message.ts";
import { signDigestWith } from "../../test/harness/keys.ts";
import { MAX_TX_BYTES } from "./limits.ts";
import { createModules } from "./modules.ts";
import { createRouter } from "./router.ts";
import { signDigest } from "./sign-doc.ts";

const modules = createModules();
const router = createRouter(modules.all, MAX_TX_BYTES);

const transfer = (chain: TestApp) =>
  msg(Msg.Send.request, {
    fromAddress: chain.signer("alice").address,
    toAddress: chain.signer("bob").address,
    amount: [{ denom: "uassay", amount: "1" }],
  });

/** A varint, spelled with so many bytes more than it needs. */
function varint(value: bigint, padding = 0): number[] {
  const bytes = [];
  let rest = value;
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  for (let i = 0; i < padding; i++) {
    bytes[bytes.length - 1]! |= 128;
    bytes.push(0);
  }
  return bytes;
}

const field = (no: number, wire: number, ...rest: number[]) => [...varint(BigInt(no * 8 + wire)), ...rest];
const bytesField = (no: number, value: readonly number[] | Uint8Array) => [
  ...field(no, 2, ...varint(BigInt(value.length))),
  ...value,
];

describe("transaction bytes", () => {
  let chain: TestApp;
  let valid: Uint8Array;
  beforeAll(async () => {
    chain = await createTestApp();
    await chain.nextBlock();
    valid = await chain.sign(chain.signer("alice"), [transfer(chain)], { memo: "memo" });
  });

  /** CheckTx and a block both refuse it with a code of the SDK, and nothing changes. */
  async function refused(bytes: Uint8Array): Promise<number> {
    const check = await chain.check(bytes);
    expect(check.code, Buffer.from(bytes).toString("hex").slice(0, 200)).not.toBe(0);
    expect(check.codespace).toBe("sdk");
    return check.code;
  }

  test("every single-bit flip of a valid transaction is refused", async () => {
    for (let i = 0; i < valid.length * 8; i++) {
      const flipped = valid.slice();
      flipped[i >> 3]! ^= 1 << (i & 7);
      await refused(flipped);
    }
    expect((await chain.check(valid)).code).toBe(0);
    await chain.nextBlock();
    expect((await chain.check(valid)).code).toBe(0);
    await chain.nextBlock();
  });

  test("every truncation and every trailing byte is refused", async () => {
    for (let length = 0; length < valid.length; length++) await refused(valid.slice(0, length));
    for (const more of [0, 1, 0x0a, 0x1a, 0xff]) await refused(Uint8Array.of(...valid, more));
    await refused(Uint8Array.of(...valid, ...valid));
  });

  const raw = () => TxRaw.fromBytesStrict(valid);
  const cases: [string, () => number[]][] = [
    ["nothing", () => []],
    ["one byte", () => [0]],
    ["a signature field after an unknown one", () => [...valid, ...field(4, 0, 1)]],
    ["an unknown field past 1023", () => [...valid, ...bytesField(1024, [1])]],
    ["an unknown field past 2^28", () => [...valid, ...bytesField(2 ** 28, [1])]],
    ["field number 0", () => [...valid, 2, 0]],
    ["the body twice", () => [...bytesField(1, raw().bodyBytes), ...valid]],
    [
      "fields in another order",
      () => [
        ...bytesField(2, raw().authInfoBytes),
        ...bytesField(1, raw().bodyBytes),
        ...bytesField(3, raw().signatures[0]!),
      ],
    ],
    ["a tag that is longer than it must be", () => [...varint(10n, 1), ...valid.slice(1)]],
    [
      "a length that is longer than it must be",
      () => {
        const { bodyBytes } = raw();
        return [
          10,
          ...varint(BigInt(bodyBytes.length), 2),
          ...bodyBytes,
          ...valid.slice(3 + bodyBytes.length),
        ];
      },
    ],
    ["a length of 2^31", () => [10, ...varint(1n << 31n), 1]],
    ["a length of 2^63", () => [10, ...varint(1n << 63n), 1]],
    ["a varint of 11 bytes", () => [10, ...Array<number>(10).fill(0xff), 1]],
    ["ten thousand nested groups", () => Array<number>(10_000).fill(0x0b)],
    ["wire type 6", () => [...valid, 0x1e]],
    ["wire type 7", () => [...valid, 0x1f]],
    [
      "explicit defaults in the body",
      () => [...bytesField(1, [...raw().bodyBytes, 0x18, 0]), ...valid.slice(3 + raw().bodyBytes.length)],
    ],
    ["ill-formed text", () => [...bytesField(1, bytesField(2, [0xc0, 0x80])), ...bytesField(3, [1])]],
    ["a surrogate", () => [...bytesField(1, bytesField(2, [0xed, 0xa0, 0x80])), ...bytesField(3, [1])]],
    [
      "an Any without a type",
      () => [...bytesField(1, bytesField(1, bytesField(2, [1]))), ...bytesField(3, [1])],
    ],
    ["more than any transaction may have", () => Array<number>(router.maxTxBytes + 1).fill(0)],
  ];
  test.each(cases)("%s", async (_name, make) => {
    await refused(Uint8Array.from(make()));
  });

  test.each([
    ["/cosmos.bank.v1beta1.MsgNope"],
    ["cosmos.bank.v1beta1.MsgSend"],
    ["/"],
    [""],
    ["/cosmos.bank.v1beta1.Query/Balance"],
    ["/google.protobuf.Any"],
    ["__proto__"],
    ["x".repeat(10_000)],
  ])("a message of type %s", async (typeUrl) => {
    const tx = await chain.sign(chain.signer("alice"), [{ typeUrl, value: Uint8Array.of(1) }]);
    expect(await refused(tx)).toBe(2);
    expect((await chain.check(tx)).log.length).toBeLessThan(250);
    chain.forgetSigned();
  });

  test("64 KiB and not a byte more, unless the only message may be larger", async () => {
    const alice = chain.signer("alice");
    const memoFor = async (size: number) => {
      const empty = await chain.sign(alice, [transfer(chain)], {
        gas: 10_000_000n,
        memo: "m".repeat(65_000),
      });
      chain.forgetSigned();
      return "m".repeat(65_000 + size - empty.length);
    };
    for (const [size, code] of [
      [MAX_TX_BYTES, 12],
      [MAX_TX_BYTES + 1, 21],
    ] as const) {
      const tx = await chain.sign(alice, [transfer(chain)], { gas: 10_000_000n, memo: await memoFor(size) });
      chain.forgetSigned();
      expect(tx.length).toBe(size);
      expect(await refused(tx)).toBe(code);
    }
    const large = [...router.messages.values()].filter(({ spec }) => spec.maxTxBytes !== undefined);
    expect(large.map(({ spec }) => spec.type.typeName)).toEqual(["assay.challenge.v1.MsgChallenge"]);
    expect(router.maxTxBytes).toBe(384 * 1024);
  });

  test("gas that a result cannot carry", async () => {
    const alice = chain.signer("alice");
    for (const gas of [1n << 63n, (1n << 64n) - 1n]) {
      const tx = await chain.sign(alice, [transfer(chain)], { gas });
      chain.forgetSigned();
      expect(await refused(tx)).toBe(18);
      const { txResults } = await chain.nextBlock([tx]);
      expect(txResults[0]).toMatchObject({ code: 18, codespace: "sdk", gasWanted: 0n });
    }
  });

  test("random bytes, and random parts that are well-formed", async () => {
    const body = arbitraryMessage(TxBody as unknown as MessageType<object>, 2).map((m) =>
      TxBody.toBytes(m as TxBody),
    );
    const authInfo = arbitraryMessage(AuthInfo as unknown as MessageType<object>, 3).map((m) =>
      AuthInfo.toBytes(m as AuthInfo),
    );
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .record({
          bodyBytes: body,
          authInfoBytes: authInfo,
          signatures: fc.array(fc.uint8Array({ maxLength: 65 }), { maxLength: 3 }),
        })
        .map((parts) => TxRaw.toBytes(parts)),
    );
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        await refused(bytes);
      }),
      { numRuns: 300 },
    );
    // In a block too: every one has a result, and all that changes is the clock.
    const junk = fc.sample(any, 50);
    const before = chain.app.exportGenesis().appState;
    const block = await chain.nextBlock(junk);
    expect(block.txResults.every(({ code, codespace }) => code !== 0 && codespace === "sdk")).toBe(true);
    expect(chain.app.exportGenesis().appState).toEqual(before);
  });
});

describe("replays", () => {
  test("the same transaction, another chain's, another account number's are refused", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [transfer(chain)]);
    const { txResults } = await chain.nextBlock([tx, tx]);
    expect(txResults.map(({ code }) => code)).toEqual([0, 32]);
    expect((await chain.nextBlock([tx])).txResults[0]!.code).toBe(32);
    expect((await chain.deliver(alice, [transfer(chain)], { chainId: "assay-test-2" })).code).toBe(4);
    expect((await chain.deliver(alice, [transfer(chain)], { accountNumber: 99n })).code).toBe(4);
    expect((await chain.deliver(alice, [transfer(chain)], { sequence: (1n << 64n) - 1n })).code).toBe(32);
    expect((await chain.deliver(alice, [transfer(chain)])).code).toBe(0);
  });

  test("a signature has one spelling", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const tx = TxRaw.fromBytesStrict(await chain.sign(alice, [transfer(chain)]));
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const s = BigInt(`0x${Buffer.from(tx.signatures[0]!.slice(32)).toString("hex")}`);
    const high = Buffer.from((order - s).toString(16).padStart(64, "0"), "hex");
    const other = Uint8Array.of(...tx.signatures[0]!.slice(0, 32), ...high);
    for (const signature of [
      other,
      new Uint8Array(64),
      new Uint8Array(63),
      Uint8Array.of(...tx.signatures[0]!, 0),
    ]) {
      const spelled = TxRaw.toBytes({ ...tx, signatures: [signature] });
      expect((await chain.check(spelled)).code).toBe(4);
    }
    expect((await chain.check(TxRaw.toBytes(tx))).code).toBe(0);
    const digest = signDigest(tx, chain.chainId, (await chain.account(alice)).accountNumber);
    expect(Buffer.from(signDigestWith(alice, digest)).equals(tx.signatures[0]!)).toBe(true);
  });
});

describe("messages of every module, with anything in them", () => {
  test("have a result with a code, change nothing where they fail, and never halt the ledger", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const routes = [...router.messages.values()];
    expect(routes.length).toBeGreaterThan(8);
    const codes = new Set<string>();
    const known = [
      "uassay",
      alice.address,
      chain.signer("bob").address,
      chain.moduleAddress("data"),
      "SPDX",
      "name",
      "1",
      "100000000",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...routes)
          .chain(({ spec }) =>
            fc.tuple(
              fc.constant(spec),
              arbitraryMessage(spec.type, 3),
              fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
            ),
          ),
        async ([spec, message, picks]) => {
          // Text that means something, so that more than the first check is reached.
          let at = 0;
          const mend = (value: unknown): unknown => {
            if (typeof value === "string") {
              const pick = picks[at++ % picks.length]!;
              return pick % 4 === 0 ? value : known[pick % known.length];
            }
            if (Array.isArray(value)) return value.map(mend);
            if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
            return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mend(inner)]));
          };
          const signerField = spec.type.fields.find(({ name }) => {
            const marked = spec.type.create() as Record<string, unknown>;
            if (typeof marked[name] !== "string") return false;
            marked[name] = "who";
            return spec.signer(marked) === "who";
          });
          const told = mend(message) as { inputs?: object[] };
          // The one message whose signer is further inside.
          const inputs = [
            { coins: [], ...told.inputs?.[0], address: alice.address },
            ...(told.inputs ?? []).slice(1),
          ];
          const mended = { ...told, ...(signerField ? { [signerField.name]: alice.address } : { inputs }) };
          const outcome = await chain.deliver(
            alice,
            [{ typeUrl: spec.type.typeUrl, value: spec.type.toBytes(mended) }],
            {
              gas: 2_000_000n,
              fee: [{ denom: "uassay", amount: "1" }],
            },
          );
          codes.add(`${outcome.codespace}/${outcome.code}`);
          if (outcome.code !== 0) {
            expect(outcome.codespace).not.toBe("undefined");
            expect(outcome.log.length).toBeLessThan(1000);
          }
        },
      ),
      { numRuns: 250 },
    );
    // Not all of them ended at the first check.
    expect(codes.size).toBeGreaterThan(4);
  });

  test("and of every query", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const specs = modules.all.flatMap(({ queries }) => queries ?? []);
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...specs)
          .chain((spec) => fc.tuple(fc.constant(spec), arbitraryMessage(spec.request, 2))),
        async ([spec, request]) => {
          const answer = await chain.abciQuery(spec.path, spec.request.toBytes(request));
          expect(answer.log).not.toBe("internal error");
          if (answer.code === 0) spec.response.fromBytesStrict(answer.value);
          else expect(answer.codespace).not.toBe("");
        },
      ),
      { numRuns: 300 },
    );
  });
});
