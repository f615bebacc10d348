/**
 * Hashes that name a model and its versions.
 *
 * @module
 */
import { ascii, u32be } from "../bytes.ts";
import { sha256 } from "../hash.ts";
import { stringToUtf8 } from "../utf8.ts";

const MODEL_DOMAIN = ascii("assay/model/v1");
const VERSION_DOMAIN = ascii("assay/mv/v1");

/** A part of any length with its length before it. @throws RangeError above 255 bytes, and for a lone surrogate. */
function sized(part: Uint8Array | string, what: string): [length: Uint8Array, bytes: Uint8Array] {
  const bytes = typeof part === "string" ? stringToUtf8(part) : part;
  if (bytes === undefined) throw new RangeError(`${what} holds a lone surrogate`);
  if (bytes.length > 255) throw new RangeError(`${what} has ${bytes.length} bytes, above 255`);
  return [Uint8Array.of(bytes.length), bytes];
}

/**
 * sha256("assay/model/v1" | u8 len, chain id | u8 len, owner | u8 len, name): known before publishing. The owner is the
 * first one: a transfer changes no id.
 * @param owner raw address
 * @throws RangeError for a part above 255 bytes.
 */
export function modelId(chainId: string, owner: Uint8Array, name: string): Uint8Array {
  return sha256(
    MODEL_DOMAIN,
    ...sized(chainId, "chain id"),
    ...sized(owner, "owner"),
    ...sized(name, "name"),
  );
}

/**
 * sha256("assay/mv/v1" | model id | u32 version)
 * @throws RangeError for an id that has not 32 bytes, and a version that is no u32.
 */
export function modelVersionId(id: Uint8Array, version: number): Uint8Array {
  if (id.length !== 32) throw new RangeError(`a model id has ${id.length} bytes, not 32`);
  return sha256(VERSION_DOMAIN, id, u32be(version));
}
