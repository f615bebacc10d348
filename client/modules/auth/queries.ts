import { BaseAccount, ModuleAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { Query } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { decodeAnswer } from "../../decode-answer.ts";
import { isClientError } from "../../errors.ts";
import { type AbciQuerier, ask } from "../../query.ts";

export interface Account {
  readonly address: string;
  /** Compressed secp256k1, 33 bytes; null until the account has signed. */
  readonly pubkey: Uint8Array | null;
  readonly accountNumber: number;
  readonly sequence: number;
  /** Name of the module that the account belongs to; absent for a person's. */
  readonly module?: string;
}

export interface AuthExtension {
  readonly auth: {
    /** Null where the ledger has never seen the address. */
    readonly account: (address: string) => Promise<Account | null>;
  };
}

function publicKey(any: Any | undefined): Uint8Array | null {
  // PubKey{key} of every kind: field 1, length-delimited.
  if (any === undefined || any.value.length < 2 || any.value[0] !== 0x0a) return null;
  return any.value.slice(2);
}

function fromBase(base: BaseAccount): Account {
  return {
    address: base.address,
    pubkey: publicKey(base.pubKey),
    accountNumber: Number(base.accountNumber),
    sequence: Number(base.sequence),
  };
}

export function setupAuthExtension(base: AbciQuerier): AuthExtension {
  return {
    auth: {
      async account(address) {
        let account: Any | undefined;
        try {
          ({ account } = await ask(base, Query.Account, { address }));
        } catch (error) {
          if (isClientError(error, "notFound")) return null;
          if (error instanceof Error && /code = NotFound/i.test(error.message)) return null;
          throw error;
        }
        if (account === undefined) return null;
        if (account.typeUrl === ModuleAccount.typeUrl) {
          const module = decodeAnswer(ModuleAccount, account.value);
          return module.baseAccount === undefined
            ? null
            : { ...fromBase(module.baseAccount), module: module.name };
        }
        return fromBase(decodeAnswer(BaseAccount, account.value));
      },
    },
  };
}
