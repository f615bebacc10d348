/**
 * Accounts, in the Cosmos SDK's stored form: an `Any` of BaseAccount or ModuleAccount.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { ValueCodec } from "@assay/kernel/codec/value-codec";
import { BaseAccount, ModuleAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { Any } from "@assay/proto/gen/google/protobuf/any";
import { WireError } from "@assay/proto/wire/errors";

/** Never changed in place: the store hands the same one to all who ask. */
export interface Account {
  readonly base: Readonly<BaseAccount>;
  /** Absent for an account that a key controls. */
  readonly module: { readonly name: string; readonly permissions: readonly string[] } | undefined;
}

export function accountToAny(account: Account): Any {
  if (account.module === undefined) {
    return { typeUrl: BaseAccount.typeUrl, value: BaseAccount.toBytes(account.base) };
  }
  const { name, permissions } = account.module;
  return {
    typeUrl: ModuleAccount.typeUrl,
    value: ModuleAccount.toBytes({ baseAccount: account.base, name, permissions: [...permissions] }),
  };
}

/** @throws WireError for any other type, or bytes that are not its one spelling. */
export function accountFromAny(any: Any): Account {
  if (any.typeUrl === BaseAccount.typeUrl) {
    return { base: BaseAccount.fromBytesStrict(any.value), module: undefined };
  }
  if (any.typeUrl === ModuleAccount.typeUrl) {
    const { baseAccount, name, permissions } = ModuleAccount.fromBytesStrict(any.value);
    if (baseAccount !== undefined) return { base: baseAccount, module: { name, permissions } };
  }
  throw new WireError("unknown_field", `"${any.typeUrl}" is no account`);
}

export const accountValue: ValueCodec<Account> = {
  name: "Any of BaseAccount or ModuleAccount",
  shared: true,
  encode: (account) => Any.toBytes(accountToAny(account)),
  decode(bytes) {
    const any = Any.fromBytesStrict(bytes);
    assert(any.value.length > 0, "an account is empty");
    return accountFromAny(any);
  },
};
