/**
 * What an owner may say of a dataset, checked in the README's order.
 *
 * @module
 */
import { positiveCoin } from "@assay/kernel/coin";
import { isDatasetName, labelsFault } from "@assay/primitives/dataset/row";
import { utf8Length } from "@assay/primitives/utf8";
import {
  Access,
  type Blob,
  Charset,
  ClaimKind,
  ClaimKindEnum,
  type ClaimTerms,
  type DatasetTerms,
  type Params,
} from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "./errors.ts";

export const MAX_CARD_BYTES = 4096;
export const MAX_GUIDELINE_BYTES = 4096;
export const MAX_URLS = 4;
/** Pairs or rows that UNIQUE and ORIGINAL may allow: a proof shows one more, and must fit a transaction. */
export const MAX_ALLOWED = 31;

const TASK = /^[a-z0-9-]{1,64}$/;
/** The characters of an SPDX expression. */
const LICENCE = /^[A-Za-z0-9.+:() -]{1,128}$/;
const CONTENT_URL = /^https?:\/\/[!-~]{1,500}$/;

export const claimName = (kind: ClaimKind): string => ClaimKindEnum.names[kind] ?? `claim ${kind}`;

/** @throws data/7, data/8; of a later version only that it names an earlier one. */
export function checkName({ name, version, prev }: DatasetTerms): void {
  if (!isDatasetName(name)) throw errors.invalidName(`"${name.slice(0, 64)}"`);
  const first = version === 1;
  if (version === 0 || first !== (prev.length === 0)) throw errors.invalidVersion(`version ${version}`);
}

function isBlob(blob: Blob | undefined): blob is Blob {
  return blob !== undefined && blob.sha256.length === 32 && blob.size > 0n;
}

/** Bytes of both files. @throws data/10 */
export function checkRows({ rowCount, featuresBlob, labelsBlob }: DatasetTerms, params: Params): bigint {
  if (rowCount < 1n || rowCount > params.maxRows) {
    throw errors.invalidRows(`${rowCount} rows, at most ${params.maxRows}`);
  }
  if (!isBlob(featuresBlob)) throw errors.invalidRows("the features file needs a sha256 and a size");
  if (!isBlob(labelsBlob)) throw errors.invalidRows("the labels file needs a sha256 and a size");
  const bytes = featuresBlob.size + labelsBlob.size;
  if (bytes > params.maxBlobBytes) {
    throw errors.invalidRows(`${bytes} bytes, at most ${params.maxBlobBytes}`);
  }
  return bytes;
}

/** @throws data/11, data/12, data/13 */
export function checkSchema(terms: DatasetTerms, params: Params): void {
  const fault = labelsFault(terms.labels);
  if (fault !== undefined) throw errors.invalidSchema(`labels: ${fault}`);
  if (terms.charset !== Charset.CHARSET_ASCII && terms.charset !== Charset.CHARSET_UTF8) {
    throw errors.invalidSchema(`charset ${terms.charset}`);
  }
  if (!TASK.test(terms.task)) throw errors.invalidSchema(`task "${terms.task.slice(0, 64)}"`);
  if (!LICENCE.test(terms.licence)) throw errors.invalidSchema(`licence "${terms.licence.slice(0, 64)}"`);
  if (terms.access !== Access.ACCESS_PUBLIC) throw errors.accessNotSupported(`access ${terms.access}`);
  const { challengeWindowBlocks, maxWindowBlocks } = params;
  if (terms.windowBlocks < challengeWindowBlocks || terms.windowBlocks > maxWindowBlocks) {
    throw errors.invalidWindow(
      `${terms.windowBlocks} blocks, must be ${challengeWindowBlocks} to ${maxWindowBlocks}`,
    );
  }
}

/** @throws data/14, data/15 */
export function checkClaims(claims: readonly ClaimTerms[]): void {
  const seen = new Set<ClaimKind>();
  for (const { kind, max, tier } of claims) {
    const name = claimName(kind);
    if (kind < ClaimKind.CLAIM_KIND_AVAILABLE || kind > ClaimKind.CLAIM_KIND_LABEL_AGREEMENT) {
      throw errors.invalidClaim(name);
    }
    if (kind >= ClaimKind.CLAIM_KIND_ORIGINAL) throw errors.claimNotSupported(name);
    if (seen.has(kind)) throw errors.invalidClaim(`${name} twice`);
    seen.add(kind);
    const mostAllowed = kind === ClaimKind.CLAIM_KIND_UNIQUE ? MAX_ALLOWED : 0;
    if (max > mostAllowed) throw errors.invalidClaim(`${name} with max ${max}, at most ${mostAllowed}`);
    if (tier !== 0) throw errors.invalidClaim(`${name} with a tier`);
  }
  if (!seen.has(ClaimKind.CLAIM_KIND_AVAILABLE)) throw errors.invalidClaim("AVAILABLE is missing");
}

/** Base units of all stakes. @throws sdk/10, data/16 */
export function checkStakes(claims: readonly ClaimTerms[], params: Params): bigint {
  let total = 0n;
  for (const { kind, stake } of claims) {
    const amount = positiveCoin(stake, params.stakeDenom);
    if (amount < params.minOwnerStake) {
      throw errors.stakeTooSmall(`${amount} on ${claimName(kind)}, at least ${params.minOwnerStake}`);
    }
    total += amount;
  }
  return total;
}

/** @throws data/17 */
export function checkLimits({ card, guideline, contentUrls }: DatasetTerms): void {
  for (const [name, text, most] of [
    ["card", card, MAX_CARD_BYTES],
    ["guideline", guideline, MAX_GUIDELINE_BYTES],
  ] as const) {
    if (utf8Length(text) > most) throw errors.overLimit(`${name} over ${most} bytes`);
    if (text.includes("\0")) throw errors.overLimit(`${name} holds a NUL`);
  }
  if (contentUrls.length > MAX_URLS) throw errors.overLimit(`over ${MAX_URLS} content URLs`);
  for (const url of contentUrls) {
    if (!CONTENT_URL.test(url)) throw errors.overLimit(`content URL "${url.slice(0, 64)}"`);
  }
}
