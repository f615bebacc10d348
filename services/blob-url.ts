/**
 * Where a blob is, given a place: the one reading of `content_urls`, for validators and readers alike.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";

/** A blob under a content service's address. */
export function blobUnder(service: string, sha256: Uint8Array): string {
  return `${service.replace(/\/+$/, "")}/blobs/${toHex(sha256)}`;
}

/** What an owner's URL means: a content service's address where it ends in `/`, otherwise the file itself. */
export function blobAt(ownersUrl: string, sha256: Uint8Array): string {
  return ownersUrl.endsWith("/") ? blobUnder(ownersUrl, sha256) : ownersUrl;
}
