/**
 * One signer's signature taken apart: which keys signed, in which mode. Says nothing yet of whether they hold.
 *
 * @module
 */
import { sdkErrors } from "@assay/kernel/errors";
import {
  type CompactBitArray,
  MultiSignature,
} from "@assay/proto/gen/cosmos/crypto/multisig/v1beta1/multisig";
import type { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import type { SignerInfo } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { WireError } from "@assay/proto/wire/errors";
import type { PublicKey } from "./public-key.ts";

export interface SignaturePart {
  readonly mode: SignMode;
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
}

const refuse = (why: string) => sdkErrors.unauthorized(`signature verification failed: ${why}`);

/** The multisignature's own list. @throws sdk/4 where the bytes are not its one spelling. */
function signaturesIn(bytes: Uint8Array): readonly Uint8Array[] {
  try {
    return MultiSignature.fromBytesStrict(bytes).signatures;
  } catch (error) {
    if (error instanceof WireError) throw refuse(`no multisignature: ${error.message}`);
    throw error;
  }
}

/**
 * Which of so many keys signed.
 * @throws sdk/4 for another number of bits, and for a bit set that stands for no key: it could be set by anybody.
 */
function bitsOf(array: CompactBitArray | undefined, keys: number): readonly boolean[] {
  const { elems, extraBitsStored } = array ?? { elems: new Uint8Array(0), extraBitsStored: 0 };
  if (extraBitsStored !== keys % 8 || elems.length !== Math.ceil(keys / 8)) {
    throw refuse(`bit array size is incorrect, expecting: ${keys}`);
  }
  const bits = Array.from(
    { length: elems.length * 8 },
    (_, i) => ((elems[i >> 3]! >> (7 - (i & 7))) & 1) === 1,
  );
  if (bits.lastIndexOf(true) >= keys) throw refuse(`bit array size is incorrect, expecting: ${keys}`);
  return bits;
}

/** @throws sdk/4 where mode info, signature and key do not fit together. */
export function signatureParts(
  { modeInfo }: SignerInfo,
  signature: Uint8Array,
  { keys, threshold }: PublicKey,
): readonly SignaturePart[] {
  const { single, multi } = modeInfo ?? {};
  if (threshold === undefined) {
    if (single === undefined) throw refuse("one key, but a multisignature");
    return [{ mode: single.mode, key: keys[0]!, signature }];
  }
  if (multi === undefined) throw refuse("a multisig key, but a single signature");
  const bits = bitsOf(multi.bitarray, keys.length);
  const signers = keys.filter((_, i) => bits[i]);
  if (signers.length < threshold) {
    throw refuse(`not enough signatures set, have ${signers.length}, expected ${threshold}`);
  }
  const signatures = signaturesIn(signature);
  if (signatures.length !== signers.length || multi.modeInfos.length !== signers.length) {
    throw refuse(
      `signature size is incorrect: ${signatures.length} signatures, ${multi.modeInfos.length} modes, ${signers.length} bits`,
    );
  }
  return signers.map((key, i) => {
    const mode = multi.modeInfos[i]!.single?.mode;
    if (mode === undefined) throw refuse("a multisignature inside of one");
    return { mode, key, signature: signatures[i]! };
  });
}
