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
  8: ["The public key is not valid", "Sign with a secp256k1 key."],
  9: ["The account is not known", "Send it coins first: an account begins with its first coins."],
  10: ["The amount is not valid", "Give a positive whole number of base units, each denom once."],
  11: ["The gas did not suffice", "Let the client estimate the fee again, or raise the gas limit."],
  12: ["The memo is too long", "Shorten the memo to 256 characters."],
  13: ["The fee is too small", "Pay at least the node's gas price; let the client estimate the fee."],
  14: ["There are too many signatures", "Use at most 7 signatures."],
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

const tables: Readonly<Record<string, Table>> = { sdk, client };

/** An explanation for every code, known or not. */
export function explain(codespace: string, code: number): Explanation {
  const entry = tables[codespace]?.[code];
  return entry === undefined
    ? { what: `The ledger refuses it (${codespace} ${code})`, fix: "See the node's words for the reason." }
    : { what: entry[0], fix: entry[1] };
}
