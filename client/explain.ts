/**
 * Codes in plain words, with what to do. The node's log says the same for machines.
 *
 * @module
 */
export interface Explanation {
  /** What happened, a sentence without its full stop. */
  readonly what: string;
  /** What the reader can do, in a sentence. */
  readonly fix: string;
}

type Table = Readonly<Record<number, readonly [what: string, fix: string]>>;

const sdk: Table = {
  2: ["The transaction cannot be read", "Sign it again with a current client."],
  4: ["The signature does not fit", "Check the chain id and that the signing key belongs to the account."],
  5: ["There are not enough coins", "Send less, or get coins first (on a devnet: the faucet)."],
  6: ["The ledger does not know this message", "Update the client, or the node."],
  7: ["The address is not valid", "Check the address and its prefix."],
  8: ["The public key is not valid", "Sign with a secp256k1 key, or a multisig of such keys."],
  9: ["The account is not known", "Send it coins first: an account begins with its first coins."],
  10: ["The amount is not valid", "Give a positive whole number of base units, each denom once."],
  11: ["The gas did not suffice", "Let the client estimate the fee again, or raise the gas limit."],
  12: ["The memo is too long", "Shorten the memo to 256 characters."],
  13: ["The fee is too small", "Pay at least the node's gas price; let the client estimate the fee."],
  14: ["There are too many signatures", "Use at most 7 keys, those of multisigs counted one by one."],
  15: ["There is no signature", "Sign the transaction."],
  18: ["The ledger refuses the request", "See the node's words for the reason."],
  19: ["The transaction is already on its way", "Wait for it; do not send it again."],
  20: ["The node takes no more transactions now", "Try again in a few blocks."],
  21: ["The transaction is too large", "Split it, or send less in it."],
  22: ["There is nothing under that name", "Check the id or address."],
  26: ["The height is not available", "Ask for a recent height, or none for the latest."],
  28: ["The chain id is another one", "Connect to the ledger that the transaction was signed for."],
  30: ["The transaction came too late", "Sign it again."],
  31: ["The transaction asks for an unknown extension", "Sign it without extension options."],
  32: ["The account has sent something else meanwhile", "Try again; the client signs with the new sequence."],
  37: ["The node does not support this", "Use another way, or another node."],
  41: ["The gas limit is not valid", "Let the client estimate the fee."],
};

const bank: Table = {
  3: ["The transfer pays nobody", "Name at least one recipient."],
  4: ["The parts of the transfer are not its sum", "Let the input be what the outputs are together."],
  5: ["This coin cannot be sent now", "Ask the ledger's params which coins can be sent."],
  9: ["The transfer has not exactly one payer", "Make a transfer of each payer."],
};

const attest: Table = {
  2: ["The attest module is paused", "Try again later."],
  3: ["An answer is yes, no, or unavailable", "Give one of them."],
  4: ["There is no such question", "Check its number."],
  5: ["This account answers for no validator", "Use the attestor account of a validator."],
  6: ["The validator was not asked", "Nothing to do: it had no power when the question was opened."],
  7: ["The question's deadline is over", "Nothing to do: it is decided."],
  8: ["The validator has answered this question", "Nothing to do."],
  9: [
    "It is too early to say that the content is unavailable",
    "Wait for the last third before the deadline.",
  ],
  10: [
    "The answer measures nothing, or what was not asked",
    "Bring a value with YES to a question that measures.",
  ],
};

const data: Table = {
  2: ["The data module is paused", "Try again later; what unbonds goes on unbonding."],
  3: ["A hash, root, id or salt is not 32 bytes", "Give 32 bytes."],
  4: ["Nothing was sealed by this owner", "Seal the dataset first, and show it in time."],
  5: ["It is too early or too late to show what was sealed", "Wait a block, or seal it again."],
  6: ["What is shown is not what was sealed", "Show the same roots, name and version, with the same salt."],
  7: ["The name is not valid", "Use 3 to 64 of a-z, 0-9 and hyphen."],
  8: ["The version is not valid", "Version 1 has no earlier one; a later one names an earlier one of yours."],
  9: ["You have published this name and version", "Give it the next version number."],
  10: ["The number of rows or the size is out of bounds", "Split the dataset."],
  11: [
    "The schema is not valid",
    "Give a task, an SPDX licence, 2 to 32 distinct label names and a charset.",
  ],
  12: ["Only public datasets can be published yet", "Publish it as public, or wait."],
  13: ["The challenge window is out of bounds", "Choose at least the least one; see the ledger's params."],
  14: ["A claim is not valid", "See the node's words for the reason."],
  15: ["This kind of claim cannot be made yet", "Leave it out."],
  16: ["The stake is too small", "Stake at least the least amount; see the ledger's params."],
  17: ["A text or list is too long", "Shorten it."],
  18: ["This seal exists already", "Nothing to do: show what it seals."],
  19: ["You have too many seals that were not shown", "Show them, or wait until they expire."],
  20: ["There is no such dataset", "Check its id."],
  21: [
    "The dataset's state does not allow this",
    "See its state: it may be waiting, final, delisted or retired.",
  ],
  22: ["The dataset does not make this claim", "Choose one of its claims."],
  23: ["The claim is not open", "It was lost, became final, or waits for its dataset."],
  24: ["A challenge is being settled", "Try again when it is."],
  25: ["The time to challenge is over", "Nothing to do: the claim stands."],
  26: ["An owner cannot back its own claim", "An owner's stake is set when publishing."],
  27: ["There is no room for so much more backing", "Stake less: backers have a bound together."],
  28: ["You have no stake in this claim", "Check the dataset and the claim."],
  29: ["The owner's stake is locked", "It is free when the dataset is final or retired."],
  30: ["That is more than your stake", "Take out at most what is staked."],
  31: ["You have too many amounts that are unbonding", "Withdraw the finished ones first."],
  32: ["Nothing is free to withdraw", "Wait for what unbonds."],
  33: ["Only the owner may do this", "Sign with the owner's account."],
  34: ["Datasets cannot be transferred yet", "Wait for a later version of the ledger."],
};

const challenge: Table = {
  2: ["The challenge module is paused", "Try again later; what is sealed can still be shown."],
  3: ["A hash, id or salt is not 32 bytes", "Give 32 bytes."],
  4: ["This claim cannot be challenged by proof", "Only valid rows and no near-duplicates can."],
  5: ["The challenge shows no proof", "Add the rows that prove it."],
  6: ["The bond is too small", "Post at least the least bond; see the ledger's params."],
  7: ["You have sealed this challenge already", "Nothing to do: show it."],
  8: ["You have too many sealed challenges", "Show them, or wait until they expire."],
  9: ["What is shown is not what was sealed", "Show the same proof, dataset and claim with the same salt."],
  10: ["It is too early or too late to show the challenge", "Wait a block; past its time the bond is lost."],
  11: ["There is no such dataset", "Check its id."],
  12: ["The dataset does not make this claim", "Choose one of its claims."],
  13: ["The claim was not open when the challenge was sealed", "Nothing to do: it was decided before."],
};

const registry: Table = {
  2: ["The registry is paused", "Try again later; what was earned can still be pulled."],
  3: ["An id is not 32 bytes", "Give 32 bytes."],
  4: ["The name is not valid", "Use 3 to 64 of a-z, 0-9 and hyphen."],
  5: ["The version says nothing of itself", "Add its terms."],
  6: [
    "A file is missing, or the files are too large",
    "Name each file's sha256 and size; see the ledger's params.",
  ],
  7: ["The model uses what is not allowed", "Export it again, without the operator that the node names."],
  8: ["The inputs or outputs are not valid", "See the node's words for the reason."],
  9: ["The task is not known", "Use one of the Hub's task names, for example text-classification."],
  10: ["The licence is not valid", "Give an SPDX expression, for example Apache-2.0."],
  11: ["The card is not valid", "Mend its front matter as the node's words say."],
  12: ["A list or text is too long", "Shorten it."],
  13: ["The parents are not valid", "See the node's words for the reason."],
  14: ["The builder's share is too large", "Ask for less; see the ledger's params."],
  15: ["There is a model of this name", "Publish it as a version of that model, or choose another name."],
  16: ["There is no such model", "Check its id."],
  17: ["There is no such version", "Check its id."],
  18: ["Only the owner may do this", "Sign with the owner's account."],
  19: ["The version's state does not allow this", "See its state: it may be waiting, rejected or retired."],
  20: ["A parent does not exist", "Check the parents' ids."],
  21: ["A parent cannot be named now", "Name live versions, and final datasets that have lost no claim."],
  22: [
    "A parent may not be named without its owner",
    "Ask its owner for a grant, or give it the weight granted.",
  ],
  23: ["The model is not offered so", "Let its owner offer it to this account."],
  24: ["There is no grant to take back", "Nothing to do."],
  25: ["The score is not valid", "See the node's words for the reason."],
  26: ["The version has too many scores", "Report one again of those that are there."],
  27: ["There is no such dataset", "Check its id."],
  28: ["The version was not made from this", "Check both ids."],
  29: ["A challenge of the dataset is being settled", "Try again when it is."],
  30: ["There is nothing to pull", "Wait until the model, or one made from it, has earned something."],
};

const client: Table = {
  2: ["The node does not answer", "Check that it runs and that the address is right."],
  3: ["The answer is not a ledger's", "Check that the address is the RPC of an Assay node."],
  4: ["The node refuses the call", "See the node's words for the reason."],
  5: ["No block held the transaction in time", "It may still come: look for its hash before sending again."],
  6: ["The wallet has no key for this account", "Use an account of the wallet."],
  7: ["The ledger has never seen this account", "Send it coins first (on a devnet: the faucet)."],
  8: ["It does not exist", "Check the id, height or hash."],
  9: ["The content is not what the ledger names", "Fetch it from another place; do not trust this one."],
  10: ["The content is too large", "Check the size; the ledger names it."],
  11: ["The content service refuses", "See its words for the reason."],
  12: ["The time to show what was sealed is over", "Seal it again."],
  13: ["A value is not valid", "Correct it as the words say."],
};

const tables: Readonly<Record<string, Table>> = {
  sdk,
  bank,
  attest,
  data,
  challenge,
  registry,
  client,
};

/** An explanation for every code, known or not. */
export function explain(codespace: string, code: number): Explanation {
  const entry = Object.hasOwn(tables, codespace) ? tables[codespace]?.[code] : undefined;
  return entry === undefined
    ? { what: `The ledger refuses it (${codespace} ${code})`, fix: "See the node's words for the reason." }
    : { what: entry[0], fix: entry[1] };
}
