// Made by `npm run proto` from proto/cosmos/tx/signing/v1beta1/signing.proto. Do not edit.
import type { EnumType } from "../../../../../wire/message-type.ts";
import { enumType } from "../../../../../wire/enum-type.ts";

export const SignMode = {
  SIGN_MODE_UNSPECIFIED: 0,
  SIGN_MODE_DIRECT: 1,
  SIGN_MODE_TEXTUAL: 2,
  SIGN_MODE_DIRECT_AUX: 3,
  SIGN_MODE_LEGACY_AMINO_JSON: 127,
  SIGN_MODE_EIP_191: 191,
} as const;
export type SignMode = number;
export const SignModeEnum: EnumType = enumType("cosmos.tx.signing.v1beta1.SignMode", SignMode);
