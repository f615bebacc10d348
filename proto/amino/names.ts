/**
 * What a message is called in amino JSON, the text that hardware wallets and amino signers show and sign. The chain and
 * the client library read this one list. Names never change, and a Ledger shows at most 39 characters.
 *
 * @module
 */

const names: readonly (readonly [typeName: string, aminoName: string])[] = [
  ["cosmos.bank.v1beta1.MsgSend", "cosmos-sdk/MsgSend"],
  ["cosmos.bank.v1beta1.MsgMultiSend", "cosmos-sdk/MsgMultiSend"],
  ["assay.data.v1.MsgCommitPublish", "assay/MsgCommitPublish"],
  ["assay.data.v1.MsgPublishDataset", "assay/MsgPublishDataset"],
  ["assay.data.v1.MsgStake", "assay/MsgStake"],
  ["assay.data.v1.MsgUnstake", "assay/MsgUnstake"],
  ["assay.data.v1.MsgWithdraw", "assay/MsgWithdraw"],
  ["assay.data.v1.MsgRetire", "assay/MsgRetire"],
  ["assay.data.v1.MsgOfferTransfer", "assay/MsgOfferTransfer"],
  ["assay.data.v1.MsgAcceptTransfer", "assay/MsgAcceptTransfer"],
  ["assay.attest.v1.MsgAnswer", "assay/MsgAnswer"],
  ["assay.challenge.v1.MsgCommitChallenge", "assay/MsgCommitChallenge"],
  ["assay.challenge.v1.MsgChallenge", "assay/MsgChallenge"],
  ["assay.registry.v1.MsgPublishModel", "assay/MsgPublishModel"],
  ["assay.registry.v1.MsgPublishVersion", "assay/MsgPublishVersion"],
  ["assay.registry.v1.MsgRetireVersion", "assay/MsgRetireVersion"],
  ["assay.registry.v1.MsgOfferModel", "assay/MsgOfferModel"],
  ["assay.registry.v1.MsgAcceptModel", "assay/MsgAcceptModel"],
  ["assay.registry.v1.MsgGrantLineage", "assay/MsgGrantLineage"],
  ["assay.registry.v1.MsgReportScore", "assay/MsgReportScore"],
  ["assay.registry.v1.MsgPull", "assay/MsgPull"],
];

const byTypeUrl: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  names.map(([typeName, aminoName]) => [`/${typeName}`, aminoName]),
);
const byAminoName: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  names.map(([typeName, aminoName]) => [aminoName, `/${typeName}`]),
);

/** Undefined for a message that has no amino form: it cannot be signed so. */
export const aminoNameOf = (typeUrl: string): string | undefined => byTypeUrl.get(typeUrl);

/** Undefined for a name that is none of this ledger's. */
export const typeUrlOf = (aminoName: string): string | undefined => byAminoName.get(aminoName);
