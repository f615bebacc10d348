/**
 * What state code is given, explicitly and first: a `ReadCtx` to look, a `WriteCtx` to change. There is no ambient
 * store; a function that takes a `ReadCtx` cannot write, by type.
 *
 * @module
 */

import { addressFromBech32, addressToBech32 } from "@assay/primitives/address";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import { sdkErrors } from "./errors.ts";
import { type Attribute, type EncodedEvent, encodeEvent, eventAttributes, eventName } from "./event.ts";
import { type GasMeter, unlimitedGas } from "./gas.ts";
import type { StoreReader, StoreWriter } from "./store.ts";

/** What genesis fixed and every rule may need. */
export interface ChainInfo {
  readonly chainId: string;
  readonly bech32Prefix: string;
  /** The denom of fees, stakes and bonds. */
  readonly feeDenom: string;
}

export interface BlockInfo {
  readonly height: bigint;
  /** Block time, the only clock. Seconds since 1970 and nanoseconds of the second. */
  readonly timeSeconds: bigint;
  readonly timeNanos: number;
}

export interface ReadCtx {
  readonly chain: ChainInfo;
  readonly block: BlockInfo;
  readonly store: StoreReader;
  /** The raw bytes of an address. @throws sdk/7 where the text is none of this chain. */
  address(text: string): Uint8Array;
  /** The text of a raw address. */
  addressText(bytes: Uint8Array): string;
}

export interface WriteCtx extends ReadCtx {
  readonly store: StoreWriter;
  readonly gas: GasMeter;
  /** Place of the transaction in its block; -1 in hooks and genesis. */
  readonly txIndex: number;
  /** Emits a typed event: one of the module's `Event...` messages. */
  emit<T extends object>(type: MessageType<T>, event: DeepPartial<T>): void;
  /** Emits an event whose name and attributes other tools fixed (bank's `transfer`). */
  emitPlain(type: string, attributes: readonly Attribute[]): void;
}

class BaseCtx implements ReadCtx {
  readonly chain: ChainInfo;
  readonly block: BlockInfo;
  readonly store: StoreReader;

  constructor(chain: ChainInfo, block: BlockInfo, store: StoreReader) {
    this.chain = chain;
    this.block = block;
    this.store = store;
  }

  address(text: string): Uint8Array {
    const bytes = addressFromBech32(text, this.chain.bech32Prefix);
    if (bytes === undefined)
      throw sdkErrors.invalidAddress(`"${text.slice(0, 100)}" is no ${this.chain.bech32Prefix} address`);
    return bytes;
  }

  addressText(bytes: Uint8Array): string {
    return addressToBech32(bytes, this.chain.bech32Prefix);
  }
}

/** A context that can only look. */
export function readContext(chain: ChainInfo, block: BlockInfo, store: StoreReader): ReadCtx {
  return new BaseCtx(chain, block, store);
}

/** The context that a transaction, a hook or genesis works with; collects its events in order. */
export class ExecutionContext extends BaseCtx implements WriteCtx {
  declare readonly store: StoreWriter;
  readonly gas: GasMeter;
  readonly txIndex: number;
  readonly events: EncodedEvent[] = [];
  /** Number of the message that runs: appended to each event as `msg_index`. Undefined in the ante chain and hooks. */
  msgIndex: number | undefined = undefined;
  readonly #silent: boolean;

  /** @param options.silent keeps no events: for runs that are only asked whether they succeed. */
  constructor(
    chain: ChainInfo,
    block: BlockInfo,
    store: StoreWriter,
    options: { readonly gas?: GasMeter; readonly txIndex?: number; readonly silent?: boolean } = {},
  ) {
    super(chain, block, store);
    this.gas = options.gas ?? unlimitedGas();
    this.txIndex = options.txIndex ?? -1;
    this.#silent = options.silent ?? false;
  }

  emit<T extends object>(type: MessageType<T>, event: DeepPartial<T>): void {
    this.emitPlain(eventName(type), eventAttributes(type, type.fromPartial(event)));
  }

  emitPlain(type: string, attributes: readonly Attribute[]): void {
    if (this.#silent) return;
    const all =
      this.msgIndex === undefined
        ? attributes
        : [...attributes, { key: "msg_index", value: String(this.msgIndex) }];
    this.events.push(encodeEvent(type, all));
  }
}
