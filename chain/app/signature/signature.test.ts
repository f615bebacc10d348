import { existsSync } from "node:fs";
import { join } from "node:path";
import { secp256k1 as curve } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import secp256k1 from "secp256k1";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KnownSignatures } from "./known-signatures.ts";
import { inThread, loadNative } from "./native.ts";
import { verifyNoble } from "./noble.ts";
import { packChecks, unpackChecks } from "./records.ts";
import type { SignatureCheck, SignatureVerifier } from "./verifier.ts";
import { workerVerifier } from "./worker.ts";

const verifyNative = loadNative()!;
const ORDER = curve.Point.CURVE().n;
const FIELD = curve.Point.CURVE().p;

const bytes32 = (value: bigint): Uint8Array => Buffer.from(value.toString(16).padStart(64, "0"), "hex");
const word = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);

function signed(secretSeed: Uint8Array, digest: Uint8Array): SignatureCheck {
  const secret = bytes32((word(secretSeed) % (ORDER - 1n)) + 1n);
  const key = secp256k1.publicKeyCreate(secret, true);
  return { digest, key, signature: secp256k1.ecdsaSign(digest, secret).signature };
}

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const valid = fc.tuple(bytes(32), bytes(32)).map(([seed, digest]) => signed(seed, digest));

/** Numbers where implementations differ: 0, 1, half and whole of the order, the field's end, all ones. */
const edge = fc.constantFrom(
  ...[
    0n,
    1n,
    ORDER / 2n,
    ORDER / 2n + 1n,
    ORDER - 1n,
    ORDER,
    ORDER + 1n,
    FIELD - 1n,
    FIELD,
    (1n << 256n) - 1n,
  ].map(bytes32),
);

/** Ways to spoil a valid signature, or to spell it otherwise. */
const spoiled: fc.Arbitrary<SignatureCheck> = valid.chain((check) =>
  fc.oneof(
    // Any bit of any part.
    fc.integer({ min: 0, max: 129 * 8 - 1 }).map((bit) => {
      const all = Buffer.concat([check.digest, check.key, check.signature]);
      all[bit >> 3]! ^= 1 << (bit & 7);
      return { digest: all.subarray(0, 32), key: all.subarray(32, 65), signature: all.subarray(65) };
    }),
    // The other s: valid for ECDSA, refused here.
    fc.constant({
      ...check,
      signature: Buffer.concat([
        check.signature.slice(0, 32),
        bytes32(ORDER - word(check.signature.slice(32))),
      ]),
    }),
    edge.map((r) => ({ ...check, signature: Buffer.concat([r, check.signature.slice(32)]) })),
    edge.map((s) => ({ ...check, signature: Buffer.concat([check.signature.slice(0, 32), s]) })),
    // r plus the order fits 32 bytes only for a tiny r; s plus the order likewise.
    fc.tuple(edge, edge).map(([r, s]) => ({ ...check, signature: Buffer.concat([r, s]) })),
    // Keys on and off the curve, of every prefix and length.
    fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.oneof(edge, bytes(32)))
      .map(([prefix, x]) => ({ ...check, key: Buffer.concat([Uint8Array.of(prefix), x]) })),
    fc.uint8Array({ maxLength: 70 }).map((key) => ({ ...check, key })),
    fc.uint8Array({ maxLength: 70 }).map((signature) => ({ ...check, signature })),
    fc.constant({ ...check, key: secp256k1.publicKeyConvert(check.key, false) }),
    fc.constant({ ...check, signature: secp256k1.signatureExport(check.signature) }),
    edge.map((digest) => ({ ...check, digest })),
    // A digest of zero has signatures too.
    bytes(32).map((seed) => signed(seed, new Uint8Array(32))),
  ),
);

describe("all verifiers are one rule", () => {
  test("native and noble accept what is signed", () => {
    fc.assert(
      fc.property(valid, (check) => {
        expect([verifyNative(check), verifyNoble(check)]).toEqual([true, true]);
      }),
      { numRuns: 60 },
    );
  });

  test("native and noble agree on everything else", () => {
    fc.assert(
      fc.property(spoiled, (check) => {
        expect(verifyNoble(check)).toBe(verifyNative(check));
      }),
      { numRuns: 600 },
    );
  });

  test("the same signature with the other s is refused", () => {
    const check = signed(bytes32(7n), bytes32(8n));
    const high = Buffer.concat([
      check.signature.slice(0, 32),
      bytes32(ORDER - word(check.signature.slice(32))),
    ]);
    for (const verify of [verifyNative, verifyNoble]) {
      expect(verify(check)).toBe(true);
      expect(verify({ ...check, signature: high })).toBe(false);
    }
  });

  test("records keep checks as they are", () => {
    fc.assert(
      fc.property(fc.array(valid, { maxLength: 5 }), (checks) => {
        const back = unpackChecks(packChecks(checks));
        expect(back.map((c) => Object.values(c).map((b) => Buffer.from(b).toString("hex")))).toEqual(
          checks.map((c) => [c.digest, c.key, c.signature].map((b) => Buffer.from(b).toString("hex"))),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe("a signature is verified once", () => {
  function counting(): { verifier: SignatureVerifier; calls: () => number } {
    let calls = 0;
    const verifier = inThread((check) => {
      calls++;
      return verifyNative(check);
    });
    return { verifier, calls: () => calls };
  }

  test("whether it was learned before or not", async () => {
    const { verifier, calls } = counting();
    const known = new KnownSignatures(verifier);
    const check = signed(bytes32(1n), bytes32(2n));
    await known.learn(check);
    await known.learn(check);
    expect([known.isValid(check), known.isValid(check), calls()]).toEqual([true, true, 1]);
    const other = { ...check, digest: bytes32(3n) };
    expect([known.isValid(other), known.isValid(other), calls()]).toEqual([false, false, 2]);
  });

  test("an entry is of digest, key and signature together", () => {
    const { verifier } = counting();
    const known = new KnownSignatures(verifier);
    const check = signed(bytes32(1n), bytes32(2n));
    const another = signed(bytes32(9n), bytes32(2n));
    expect(known.isValid(check)).toBe(true);
    for (const part of ["digest", "key", "signature"] as const) {
      const changed = { ...check, [part]: part === "digest" ? bytes32(5n) : another[part] };
      expect(known.isValid(changed), part).toBe(false);
    }
  });
});

// The worker needs its bundle, which `npm test` makes.
const bundle = join(process.env.ASSAY_BUNDLES ?? "", "verify-worker.mjs");
describe.skipIf(process.env.ASSAY_BUNDLES === undefined || !existsSync(bundle))("the worker", () => {
  let verifier: SignatureVerifier;
  let lost: Error | undefined;
  beforeAll(() => {
    verifier = workerVerifier(bundle, verifyNative, false, (cause) => {
      lost = cause;
    });
  });
  afterAll(() => verifier.close());

  test("answers each as the thread itself would, batches or not", async () => {
    const checks = [...fc.sample(valid, 300), ...fc.sample(spoiled, 300)];
    const answers = await Promise.all(checks.map((check) => verifier.verify(check)));
    expect(answers).toEqual(checks.map(verifyNative));
    expect(answers.filter(Boolean).length).toBeGreaterThanOrEqual(300);
  });

  test("nothing is left waiting when it is closed or lost", async () => {
    const other = workerVerifier(bundle, verifyNative, false, () => {});
    const check = signed(bytes32(1n), bytes32(2n));
    const asked = Array.from({ length: 200 }, () => other.verify(check));
    await other.close();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]));
    expect(await other.verify(check)).toBe(true);
    expect(lost).toBeUndefined();
  });

  test("is spared a message for few that are quick", async () => {
    let here = 0;
    const quick = (check: SignatureCheck): boolean => {
      here++;
      return verifyNative(check);
    };
    const other = workerVerifier(bundle, quick, true, () => {});
    const check = signed(bytes32(1n), bytes32(2n));
    const wrong = { ...check, digest: bytes32(3n) };
    expect(await Promise.all([other.verify(check), other.verify(wrong)])).toEqual([true, false]);
    expect(here).toBe(2);
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => other.verify(check))))).toEqual(
      new Set([true]),
    );
    expect(here).toBe(2);
    await other.close();
  });

  test("a worker that cannot start is reported, and the thread answers", async () => {
    let cause: Error | undefined;
    const broken = workerVerifier(
      join(process.env.ASSAY_BUNDLES!, "none.mjs"),
      verifyNative,
      false,
      (error) => {
        cause = error;
      },
    );
    expect(await broken.verify(signed(bytes32(1n), bytes32(2n)))).toBe(true);
    expect(cause).toBeInstanceOf(Error);
    await broken.close();
  });
});
