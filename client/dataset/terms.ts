/**
 * The ledger's rules for what an owner says of a dataset, in its order and with its codes. They are looked at before
 * anything is sealed: a seal that cannot be shown costs its burn, and time.
 *
 * @module
 */
import { isDatasetName, labelsFault } from "@assay/primitives/dataset/row";
import { utf8Length } from "@assay/primitives/utf8";
import {
  Access,
  type Blob,
  Charset,
  ClaimKind,
  type ClaimTerms,
  type DatasetTerms,
  type Params,
} from "@assay/proto/gen/assay/data/v1/types";
import { AssayError } from "../errors.ts";

const MAX_TEXT_BYTES = 4096;
const MAX_URLS = 4;
const MAX_PAIRS = 31;
const TASK = /^[a-z0-9-]{1,64}$/;
const LICENCE = /^[A-Za-z0-9.+:() -]{1,128}$/;
const CONTENT_URL = /^https?:\/\/[!-~]{1,500}$/;

function fault(code: number, log: string, codespace = "data"): AssayError {
  return new AssayError({ codespace, code, log });
}

const isBlob = (blob: Blob | undefined): blob is Blob =>
  blob !== undefined && blob.sha256.length === 32 && blob.size > 0n;

/** What the ledger would say first against these terms and claims; undefined where it would take them. */
export function termsFault(
  terms: DatasetTerms,
  claims: readonly ClaimTerms[],
  params: Params,
): AssayError | undefined {
  const { name, version, prev, featuresBlob: features, windowBlocks: window } = terms;
  if (!isDatasetName(name)) return fault(7, `name "${name.slice(0, 64)}"`);
  if (version === 0 || (version === 1) !== (prev.length === 0)) return fault(8, `version ${version}`);
  if (terms.rowCount < 1n || terms.rowCount > params.maxRows) return fault(10, `${terms.rowCount} rows`);
  if (!isBlob(features) || !isBlob(terms.labelsBlob)) return fault(10, "a file lacks its sha256 or size");
  const bytes = features.size + terms.labelsBlob.size;
  if (bytes > params.maxBlobBytes) return fault(10, `${bytes} bytes, at most ${params.maxBlobBytes}`);
  const labels = labelsFault(terms.labels);
  if (labels !== undefined) return fault(11, `labels: ${labels.replace("_", " ")}`);
  if (terms.charset !== Charset.CHARSET_ASCII && terms.charset !== Charset.CHARSET_UTF8) {
    return fault(11, `charset ${terms.charset}`);
  }
  if (!TASK.test(terms.task)) return fault(11, `task "${terms.task.slice(0, 64)}"`);
  if (!LICENCE.test(terms.licence)) return fault(11, `licence "${terms.licence.slice(0, 64)}"`);
  if (terms.access !== Access.ACCESS_PUBLIC) return fault(12, `access ${terms.access}`);
  if (window < params.challengeWindowBlocks || window > params.maxWindowBlocks) {
    return fault(13, `${window} blocks, from ${params.challengeWindowBlocks} to ${params.maxWindowBlocks}`);
  }
  return claimsFault(claims) ?? stakesFault(claims, params) ?? limitsFault(terms);
}

function claimsFault(claims: readonly ClaimTerms[]): AssayError | undefined {
  const seen = new Set<ClaimKind>();
  for (const { kind, max, tier } of claims) {
    if (kind < ClaimKind.CLAIM_KIND_AVAILABLE || kind > ClaimKind.CLAIM_KIND_LABEL_AGREEMENT) {
      return fault(14, `claim ${kind}`);
    }
    if (kind >= ClaimKind.CLAIM_KIND_ORIGINAL) return fault(15, `claim ${kind}`);
    if (seen.has(kind)) return fault(14, `claim ${kind} twice`);
    seen.add(kind);
    if (max > (kind === ClaimKind.CLAIM_KIND_UNIQUE ? MAX_PAIRS : 0)) return fault(14, `max ${max}`);
    if (tier !== 0) return fault(14, `tier ${tier}`);
  }
  return seen.has(ClaimKind.CLAIM_KIND_AVAILABLE) ? undefined : fault(14, "AVAILABLE is missing");
}

function stakesFault(claims: readonly ClaimTerms[], params: Params): AssayError | undefined {
  for (const { kind, stake } of claims) {
    const amount = stake?.amount ?? "";
    if (stake?.denom !== params.stakeDenom || !/^[1-9]\d{0,18}$/.test(amount)) {
      return fault(10, `stake "${amount}${stake?.denom ?? ""}" on claim ${kind}`, "sdk");
    }
    if (BigInt(amount) < params.minOwnerStake) {
      return fault(16, `${amount} on claim ${kind}, at least ${params.minOwnerStake}`);
    }
  }
  return undefined;
}

function limitsFault({ card, guideline, contentUrls }: DatasetTerms): AssayError | undefined {
  for (const [name, text] of Object.entries({ card, guideline })) {
    if (utf8Length(text) > MAX_TEXT_BYTES) return fault(17, `${name} over ${MAX_TEXT_BYTES} bytes`);
    if (text.includes("\0")) return fault(17, `${name} holds a NUL`);
  }
  if (contentUrls.length > MAX_URLS) return fault(17, `over ${MAX_URLS} content URLs`);
  const url = contentUrls.find((text) => !CONTENT_URL.test(text));
  return url === undefined ? undefined : fault(17, `content URL "${url.slice(0, 64)}"`);
}

/** Base units that publishing takes from the owner besides fees: stakes and burns. */
export function publishCost(terms: DatasetTerms, claims: readonly ClaimTerms[], params: Params): bigint {
  const bytes = (terms.featuresBlob?.size ?? 0n) + (terms.labelsBlob?.size ?? 0n);
  return claims.reduce((sum, { stake }) => sum + BigInt(stake?.amount ?? 0), publishBurn(bytes, params));
}

/** Base units that publishing so many bytes burns, the seal's burn among them. */
export function publishBurn(bytes: bigint, params: Params): bigint {
  const parts = (bytes + PART_BYTES - 1n) / PART_BYTES;
  return params.commitBurn + params.publishBurn + params.publishBurnPer10mib * parts;
}

const PART_BYTES = 10n * 1024n * 1024n;
