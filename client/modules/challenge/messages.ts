import { MsgChallenge, MsgCommitChallenge } from "@assay/proto/gen/assay/challenge/v1/tx";
import type { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import type { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";
import { type BytesLike, toBytes } from "../../query.ts";

/** Seals a challenge and posts its bond. `challenge` does this and what follows. */
export function commitChallenge(args: {
  readonly challenger: string;
  readonly hash: BytesLike;
  readonly bond: Coin;
}): TypedEncodeObject<MsgCommitChallenge> {
  return encodeObject(MsgCommitChallenge, { ...args, hash: toBytes(args.hash) });
}

/** Shows a sealed challenge with its proof. */
export function revealChallenge(args: {
  readonly challenger: string;
  readonly datasetId: BytesLike;
  readonly claim: ClaimKind;
  readonly proof: DeepPartial<Proof>;
  readonly salt: BytesLike;
}): TypedEncodeObject<MsgChallenge> {
  return encodeObject(MsgChallenge, {
    ...args,
    datasetId: toBytes(args.datasetId),
    salt: toBytes(args.salt),
  });
}
