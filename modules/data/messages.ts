/** What can be said against a message without state. */
import { checkAddress } from "@assay/kernel/checks";
import type { ChainInfo } from "@assay/kernel/context";
import type {
  MsgCommitPublish,
  MsgPublishDataset,
  MsgRetire,
  MsgStake,
  MsgUnstake,
  MsgWithdraw,
} from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimKind, type DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "./errors.ts";
import { claimName } from "./terms.ts";

function check32(bytes: Uint8Array, what: string): void {
  if (bytes.length !== 32) throw errors.invalidHash(`${what} has ${bytes.length} bytes`);
}

function checkClaim(kind: ClaimKind): void {
  if (kind < ClaimKind.CLAIM_KIND_AVAILABLE || kind > ClaimKind.CLAIM_KIND_LABEL_AGREEMENT) {
    throw errors.invalidClaim(claimName(kind));
  }
}

export function checkCommitPublish({ owner, hash }: MsgCommitPublish, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  check32(hash, "hash");
}

/** A message whose terms and sizes were looked at. */
export interface PublishMessage extends MsgPublishDataset {
  terms: DatasetTerms;
}

/** Only what must hold before the seal's hash can be computed; the rest has its place in the README's order. */
export function checkPublishDataset(message: MsgPublishDataset, chain: ChainInfo): void {
  checkAddress(message.owner, chain, "owner");
  const { terms } = message;
  if (terms === undefined) throw errors.invalidSchema("no terms");
  check32(message.salt, "salt");
  check32(terms.featuresRoot, "features_root");
  check32(terms.labelsRoot, "labels_root");
  if (terms.prev.length > 0) check32(terms.prev, "prev");
  if (terms.name.length > 64) throw errors.invalidName(`"${terms.name.slice(0, 64)}"`);
}

export function checkStake({ staker, datasetId, claim }: MsgStake | MsgUnstake, chain: ChainInfo): void {
  checkAddress(staker, chain, "staker");
  check32(datasetId, "dataset_id");
  checkClaim(claim);
}

export function checkWithdraw({ account, datasetId }: MsgWithdraw, chain: ChainInfo): void {
  checkAddress(account, chain, "account");
  check32(datasetId, "dataset_id");
}

export function checkRetire({ owner, datasetId }: MsgRetire, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  check32(datasetId, "dataset_id");
}

/** For both messages of a transfer. Refused before it costs a fee. */
export function refuseTransfer(): never {
  throw errors.transferNotSupported();
}
