/**
 * Failures that a user can cause: each has a codespace (its module) and a code that is never reused. They revert a
 * transaction; an `AssertionError` halts the node. Neither is ever turned into the other.
 *
 * @module
 */

/** Thrown by checks; ends in a transaction's result. */
export class CodedError extends Error {
  readonly codespace: string;
  readonly code: number;

  constructor(codespace: string, code: number, message: string) {
    super(message);
    this.name = "CodedError";
    this.codespace = codespace;
    this.code = code;
  }
}

export interface ErrorDefinition {
  readonly codespace: string;
  readonly code: number;
  /** The fixed end of the log text. */
  readonly text: string;
  /** Makes the error. The log reads `detail: text`, as wallets parse it; without a detail just the text. */
  (detail?: string): CodedError;
}

/**
 * Declares a module's errors. Codes are written by hand and append-only: position is not identity.
 * @param table name to [code, text]; codes from 2 on, since 1 means an internal error to Cosmos clients.
 */
export function defineErrors<N extends string>(
  codespace: string,
  table: Readonly<Record<N, readonly [code: number, text: string]>>,
): Readonly<Record<N, ErrorDefinition>> {
  const seen = new Set<number>();
  const errors: Partial<Record<N, ErrorDefinition>> = {};
  for (const name of Object.keys(table) as N[]) {
    const [code, text] = table[name];
    if (code < 2 || seen.has(code))
      throw new Error(`${codespace}: code ${code} of ${name} is taken or reserved`);
    seen.add(code);
    const make = (detail?: string): CodedError =>
      new CodedError(codespace, code, detail === undefined ? text : `${detail}: ${text}`);
    errors[name] = Object.assign(make, { codespace, code, text });
  }
  return errors as Readonly<Record<N, ErrorDefinition>>;
}

/** The Cosmos SDK's own codes (types/errors), which every client knows. */
export const sdkErrors = defineErrors("sdk", {
  txDecode: [2, "tx parse error"],
  unauthorized: [4, "unauthorized"],
  insufficientFunds: [5, "insufficient funds"],
  unknownRequest: [6, "unknown request"],
  invalidAddress: [7, "invalid address"],
  invalidPubKey: [8, "invalid pubkey"],
  unknownAddress: [9, "unknown address"],
  invalidCoins: [10, "invalid coins"],
  outOfGas: [11, "out of gas"],
  memoTooLarge: [12, "memo too large"],
  insufficientFee: [13, "insufficient fee"],
  tooManySignatures: [14, "maximum number of signatures exceeded"],
  noSignatures: [15, "no signatures supplied"],
  invalidRequest: [18, "invalid request"],
  txInMempoolCache: [19, "tx already in mempool"],
  mempoolIsFull: [20, "mempool is full"],
  txTooLarge: [21, "tx too large"],
  keyNotFound: [22, "key not found"],
  invalidHeight: [26, "invalid height"],
  invalidChainId: [28, "invalid chain-id"],
  txTimeoutHeight: [30, "tx timeout height"],
  unknownExtensionOptions: [31, "unknown extension options"],
  wrongSequence: [32, "incorrect account sequence"],
  notSupported: [37, "feature not supported"],
  invalidGasLimit: [41, "invalid gas limit"],
});

/** What a query answers for a thing that is not there, in the words that CosmJS looks for. */
export const notFound = (what: string): CodedError =>
  sdkErrors.keyNotFound(`rpc error: code = NotFound desc = ${what} not found`);

/** What a query answers for a request that asks for nothing sensible. */
export const invalidArgument = (why: string): CodedError =>
  sdkErrors.invalidRequest(`rpc error: code = InvalidArgument desc = ${why}`);
