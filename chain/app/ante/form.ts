/** Ante steps on a transaction's form: nothing here depends on who sends it. */
import { sdkErrors } from "@assay/kernel/errors";
import { SignMode, SignModeEnum } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import type { ModeInfo } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { reachableGas } from "../lanes.ts";
import { MAX_MESSAGES } from "../limits.ts";
import type { AnteCall, Mode } from "./ante.ts";

/** What this ledger does not do is refused, never ignored: a signer must not believe that it counted. */
export function refuseUnsupported({ tx: { body, authInfo, fee }, mode }: AnteCall): void {
  if (body.extensionOptions.length > 0) throw sdkErrors.unknownExtensionOptions();
  if (body.nonCriticalExtensionOptions.length > 0) throw sdkErrors.unknownExtensionOptions("non-critical");
  if (body.unordered) throw sdkErrors.notSupported("unordered transactions");
  if (body.timeoutTimestamp !== undefined)
    throw sdkErrors.notSupported("timeout timestamp; use timeout height");
  if (authInfo.tip !== undefined) throw sdkErrors.notSupported("tips");
  if (fee.granter !== "") throw sdkErrors.notSupported("fee grants");
  for (const { modeInfo } of authInfo.signerInfos) {
    if (modeInfo?.multi === undefined) requireMode(modeInfo, single, mode);
    else for (const info of modeInfo.multi.modeInfos) requireMode(info, inMultisig, mode);
  }
}

const single: readonly SignMode[] = [SignMode.SIGN_MODE_DIRECT, SignMode.SIGN_MODE_LEGACY_AMINO_JSON];
/** Who signs the transaction's bytes would have to know beforehand who else will sign. */
const inMultisig: readonly SignMode[] = [SignMode.SIGN_MODE_LEGACY_AMINO_JSON];

function requireMode(info: ModeInfo | undefined, allowed: readonly SignMode[], mode: Mode): void {
  if (info?.multi !== undefined) throw sdkErrors.notSupported("multisignatures inside of one");
  const signMode = info?.single?.mode ?? SignMode.SIGN_MODE_UNSPECIFIED;
  if (allowed.includes(signMode)) return;
  // A client that simulates has not signed yet and may not say how it will.
  if (signMode === SignMode.SIGN_MODE_UNSPECIFIED && mode === "simulate") return;
  const name = SignModeEnum.names[signMode] ?? signMode;
  throw sdkErrors.notSupported(`sign mode ${name}${allowed === inMultisig ? " in a multisignature" : ""}`);
}

export function checkCounts({ tx, mode, services }: AnteCall): void {
  const { messages, signatures, signers, authInfo } = tx;
  if (messages.length === 0) throw sdkErrors.invalidRequest("must contain at least one message");
  if (messages.length > MAX_MESSAGES) {
    throw sdkErrors.invalidRequest(`${messages.length} messages, at most ${MAX_MESSAGES}`);
  }
  const maxGas = reachableGas(services.lanes, tx);
  if (tx.fee.gasLimit > BigInt(maxGas) && mode !== "simulate") {
    throw sdkErrors.invalidGasLimit(`tx gas limit ${tx.fee.gasLimit} exceeds block max gas ${maxGas}`);
  }
  if (signatures.length === 0) throw sdkErrors.noSignatures();
  const { txSigLimit } = services.params;
  if (BigInt(signers.length) > txSigLimit) {
    throw sdkErrors.tooManySignatures(`signatures: ${signers.length}, limit: ${txSigLimit}`);
  }
  for (const found of [signatures.length, authInfo.signerInfos.length]) {
    if (found !== signers.length) {
      throw sdkErrors.unauthorized(`wrong number of signers; expected ${signers.length}, got ${found}`);
    }
  }
}

export function checkTimeout({ ctx, tx }: AnteCall): void {
  const { timeoutHeight } = tx.body;
  if (timeoutHeight !== 0n && ctx.block.height > timeoutHeight) {
    throw sdkErrors.txTimeoutHeight(`block height: ${ctx.block.height}, timeout height: ${timeoutHeight}`);
  }
}

/** Characters are bytes of UTF-8, as in the SDK. */
export function checkMemo({ tx, services }: AnteCall): void {
  const { maxMemoCharacters } = services.params;
  const length = Buffer.byteLength(tx.body.memo);
  if (BigInt(length) > maxMemoCharacters) {
    throw sdkErrors.memoTooLarge(
      `maximum number of characters is ${maxMemoCharacters} but received ${length} characters`,
    );
  }
}
