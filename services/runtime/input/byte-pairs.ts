/** Text to hashed pairs of bytes, as guesslang has them: the text's own n-gram operator joins them by a space. */
import type { Prepare } from "./row.ts";
import type { BytePairInput } from "./spec.ts";

const K0 = 0xc3a5c85c97cb3127n;
const K2 = 0x9ae16a3b2f90404fn;
const SPACE = 0x20n;
const mask = (value: bigint): bigint => BigInt.asUintN(64, value);

/** FarmHash's fingerprint of the three bytes `first`, space, `second`. */
export function fingerprintOfPair(first: number, second: number): bigint {
  const y = BigInt(first) + (SPACE << 8n);
  const z = 3n + (BigInt(second) << 2n);
  const mixed = mask(y * K2) ^ mask(z * K0);
  return mask((mixed ^ (mixed >> 47n)) * K2);
}

export function bytePairs({ buckets, maxPairs }: BytePairInput): Prepare {
  const encoder = new TextEncoder();
  const known = new Map<number, number>();
  const bucketOf = (first: number, second: number): number => {
    const pair = first * 256 + second;
    let bucket = known.get(pair);
    if (bucket === undefined) {
      bucket = Number(fingerprintOfPair(first, second) % BigInt(buckets));
      known.set(pair, bucket);
    }
    return bucket;
  };
  return (text) => {
    const bytes = encoder.encode(text.replace(/\r\n/g, "\n"));
    const counts = new Map<number, number>();
    for (let i = 0; i + 1 < bytes.length && i < maxPairs; i++) {
      const bucket = bucketOf(bytes[i]!, bytes[i + 1]!);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    return { rows: [{ ids: [...counts.keys()], weights: [...counts.values()] }] };
  };
}
