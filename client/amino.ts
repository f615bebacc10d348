/**
 * Messages as amino signers show and sign them: hardware wallets, and wallets that ask for one.
 *
 * @module
 */
import { messageFromAmino, messageToAmino } from "@assay/proto/amino/message";
import { aminoNameOf } from "@assay/proto/amino/names";
import type { MessageType } from "@assay/proto/wire/message-type";
import type { AminoConverter } from "@cosmjs/stargate";
import { messageTypes } from "./codecs.ts";

/** @throws Error for a type without an amino name, which no message of this ledger is. */
function converter(type: MessageType<object>): AminoConverter {
  const aminoType = aminoNameOf(type.typeUrl);
  if (aminoType === undefined) throw new Error(`${type.typeUrl} has no amino name`);
  return {
    aminoType,
    toAmino: (value) => messageToAmino(type, type.fromPartial(value)),
    fromAmino: (value) => messageFromAmino(type, value),
  };
}

/** For CosmJS's `AminoTypes`, beside its own: it knows the bank's messages already. */
export const assayAminoConverters: Readonly<Record<string, AminoConverter>> =
  /* @__PURE__ */ Object.fromEntries(
    [...messageTypes]
      .filter(([typeUrl]) => typeUrl.startsWith("/assay."))
      .map(([typeUrl, type]) => [typeUrl, converter(type)]),
  );
