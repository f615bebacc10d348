/**
 * The market's modules on a store in memory: blocks without an engine, invariants after every one.
 *
 * @module
 */
import {
  type BlockInfo,
  ExecutionContext,
  type ReadCtx,
  readContext,
  type WriteCtx,
} from "@assay/kernel/context";
import { CodedError, sdkErrors } from "@assay/kernel/errors";
import type { EncodedEvent } from "@assay/kernel/event";
import { GasMeter, MeteredStore } from "@assay/kernel/gas";
import type { Invariant, Module } from "@assay/kernel/module";
import { type AttestParts, createAttestModule } from "@assay/modules/attest/module";
import type { BankKeeper } from "@assay/modules/bank/keeper";
import { type ChallengeParts, createChallengeModule } from "@assay/modules/challenge/module";
import { defaultParams as challengeDefaults } from "@assay/modules/challenge/params";
import { createDataModule, type DataParts } from "@assay/modules/data/module";
import { defaultParams as dataDefaults } from "@assay/modules/data/params";
import type { StakingView, ValidatorInfo } from "@assay/modules/staking/keeper";
import { addressToBech32 } from "@assay/primitives/address";
import { ascii, concat, toHex } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import type { Params as ChallengeParams } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Params as DataParams } from "@assay/proto/gen/assay/data/v1/types";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import { MemoryStore } from "./memory-store.ts";

export const ASSAY = 1_000_000n;
export const DENOM = "uassay";
const chain = { chainId: "assay-test-1", bech32Prefix: "assay" };

/** An account's raw address, from a name. */
export const rawAddress = (name: string): Uint8Array => sha256(ascii(name)).slice(0, 20);
/** An account's address, from a name. */
export const address = (name: string): string => addressToBech32(rawAddress(name), chain.bech32Prefix);

const balanceKey = (account: Uint8Array, denom: string): Uint8Array =>
  concat(Uint8Array.of(2), account, ascii(denom));
const supplyKey = (denom: string): Uint8Array => concat(Uint8Array.of(0), ascii(denom));

function readAmount(ctx: ReadCtx, key: Uint8Array): bigint {
  const bytes = ctx.store.get("bank", key);
  return bytes === undefined ? 0n : BigInt(`0x${toHex(bytes)}`);
}

function writeAmount(ctx: WriteCtx, key: Uint8Array, amount: bigint): void {
  const hex = amount.toString(16);
  const text = hex.length % 2 === 0 ? hex : `0${hex}`;
  ctx.store.set(
    "bank",
    key,
    Uint8Array.from(text.match(/../g)!, (pair) => Number.parseInt(pair, 16)),
  );
}

/** The least bank that keeps the keeper's promises. */
const bank: BankKeeper = {
  balance: (ctx, account, denom) => readAmount(ctx, balanceKey(account, denom)),
  supply: (ctx, denom) => readAmount(ctx, supplyKey(denom)),
  send(ctx, from, to, denom, amount) {
    const has = readAmount(ctx, balanceKey(from, denom));
    if (has < amount) throw sdkErrors.insufficientFunds(`${has} is smaller than ${amount}`);
    writeAmount(ctx, balanceKey(from, denom), has - amount);
    writeAmount(ctx, balanceKey(to, denom), readAmount(ctx, balanceKey(to, denom)) + amount);
  },
  burn(ctx, from, denom, amount) {
    const has = readAmount(ctx, balanceKey(from, denom));
    if (has < amount) throw sdkErrors.insufficientFunds(`${has} is smaller than ${amount}`);
    writeAmount(ctx, balanceKey(from, denom), has - amount);
    writeAmount(ctx, supplyKey(denom), readAmount(ctx, supplyKey(denom)) - amount);
  },
};

const supplyIsBalances: Invariant = {
  name: "supply is the sum of balances",
  check(ctx) {
    let sum = 0n;
    for (const [key] of ctx.store.iterate("bank", { gte: Uint8Array.of(2) })) sum += readAmount(ctx, key);
    const supply = readAmount(ctx, supplyKey(DENOM));
    return sum === supply ? undefined : `supply ${supply}, balances ${sum}`;
  },
};

/** How a transaction ended. */
export interface Result<R> {
  readonly response: R | undefined;
  readonly error: CodedError | undefined;
  readonly gasUsed: number;
  readonly events: readonly EncodedEvent[];
}

export interface MarketOptions {
  readonly data?: Partial<DataParams>;
  readonly challenge?: Partial<ChallengeParams>;
  readonly maxQuestionClosings?: number;
  /** Powers of the validators `v0`, `v1`, ... */
  readonly powers?: readonly bigint[];
  /** Base units each account has at genesis, by name. */
  readonly coins?: Readonly<Record<string, bigint>>;
}

/** Short windows, as a devnet has them. */
const SHORT: Partial<DataParams> = {
  attestBlocks: 30n,
  challengeWindowBlocks: 60n,
  unbondingBlocks: 40n,
  revealMaxBlocks: 20n,
};

export class Market {
  readonly store = new MemoryStore();
  readonly modules: readonly Module[];
  readonly data: DataParts;
  readonly challenge: ChallengeParts;
  readonly attest: AttestParts;
  readonly validators: readonly string[];
  /** The block that is being filled. */
  height = 1n;
  /** Events of the last block's end hooks. */
  endEvents: readonly EncodedEvent[] = [];
  #txIndex = 0;

  constructor(options: MarketOptions = {}) {
    const powers = options.powers ?? [10n, 10n, 10n, 10n];
    this.validators = powers.map((_, i) => `v${i}`);
    const infos: ValidatorInfo[] = powers.map((power, i) => ({
      operator: rawAddress(`v${i}`),
      attestor: rawAddress(`v${i}`),
      consensusPubkey: new Uint8Array(32),
      power,
      moniker: `v${i}`,
    }));
    const staking: StakingView = {
      validators: () => infos,
      byAttestor: (_ctx, attestor) => infos.find((info) => toHex(info.attestor) === toHex(attestor)),
    };
    this.attest = createAttestModule({
      staking,
      askers: {
        [QuestionKind.QUESTION_KIND_CONTENT_HELD]: (ctx, asked) => this.data.contentAnswered(ctx, asked),
      },
    });
    this.data = createDataModule({
      bank,
      attest: this.attest.attest,
      revealBlocks: (ctx) => this.challenge.challenge.revealBlocks(ctx),
    });
    this.challenge = createChallengeModule({ bank, data: this.data.data });
    this.modules = [this.attest.module, this.challenge.module, this.data.module];
    this.#genesis(options);
  }

  #genesis({ data = {}, challenge = {}, coins = {}, maxQuestionClosings = 100 }: MarketOptions): void {
    this.write((ctx) => {
      let supply = 0n;
      for (const [name, amount] of Object.entries(coins)) {
        writeAmount(ctx, balanceKey(rawAddress(name), DENOM), amount);
        supply += amount;
      }
      writeAmount(ctx, supplyKey(DENOM), supply);
      const states: [Module, object][] = [
        [
          this.attest.module,
          { params: { authority: "", paused: false, maxClosingsPerBlock: maxQuestionClosings } },
        ],
        [this.data.module, { params: { ...dataDefaults, ...SHORT, ...data } }],
        [this.challenge.module, { params: { ...challengeDefaults, revealMaxBlocks: 20n, ...challenge } }],
      ];
      for (const [module, state] of states) {
        const { type, init } = module.genesis!;
        init(ctx, type.fromPartial(state));
      }
    });
  }

  #block(): BlockInfo {
    return { height: this.height, timeSeconds: this.height * 6n, timeNanos: 0 };
  }

  read(): ReadCtx {
    return readContext(chain, this.#block(), this.store);
  }

  /** Writes as a hook does. */
  write<T>(run: (ctx: WriteCtx) => T): T {
    const ctx = new ExecutionContext(chain, this.#block(), this.store);
    const result = run(ctx);
    this.store.commit();
    return result;
  }

  /** One message in a transaction of its own, from the wire on. */
  deliver<T extends object, R extends object>(
    method: { readonly request: MessageType<T>; readonly response: MessageType<R> },
    content: DeepPartial<T>,
    gasLimit = 50_000_000,
  ): Result<R> {
    const specs = this.modules.flatMap((module) => module.messages ?? []);
    const spec = specs.find(({ type }) => type.typeUrl === method.request.typeUrl)!;
    const gas = new GasMeter(gasLimit);
    const ctx = new ExecutionContext(chain, this.#block(), new MeteredStore(this.store, gas), {
      gas,
      txIndex: this.#txIndex++,
    });
    try {
      const message = method.request.fromBytesStrict(
        method.request.toBytes(method.request.fromPartial(content)),
      );
      spec.check(message, chain);
      const response = method.response.fromPartial(spec.handle(ctx, message) as DeepPartial<R>);
      this.store.commit();
      return { response, error: undefined, gasUsed: gas.used, events: ctx.events };
    } catch (error) {
      this.store.revert();
      if (!(error instanceof CodedError)) throw error;
      return { response: undefined, error, gasUsed: gas.used, events: [] };
    }
  }

  /** As `deliver`, of what must succeed. */
  must<T extends object, R extends object>(
    method: { readonly request: MessageType<T>; readonly response: MessageType<R> },
    content: DeepPartial<T>,
  ): R {
    const { response, error } = this.deliver(method, content);
    if (response === undefined) throw new Error(`${method.request.typeName}: ${error?.message}`);
    return response;
  }

  query<T extends object, R extends object>(
    method: { readonly path: string; readonly request: MessageType<T>; readonly response: MessageType<R> },
    request: DeepPartial<T> = {},
  ): R {
    const specs = this.modules.flatMap((module) => module.queries ?? []);
    const spec = specs.find(({ path }) => path === method.path)!;
    const answer = spec.handle(this.read(), method.request.fromPartial(request)) as R;
    return method.response.fromBytesStrict(method.response.toBytes(answer));
  }

  /** Ends blocks: hooks in the application's order, then every invariant. */
  next(blocks = 1): void {
    for (let i = 0; i < blocks; i++) {
      const ctx = new ExecutionContext(chain, this.#block(), this.store);
      for (const module of this.modules) module.endBlock?.(ctx);
      this.store.commit();
      this.endEvents = ctx.events;
      this.checkInvariants();
      this.height++;
      this.#txIndex = 0;
    }
  }

  /** Ends blocks up to one, which is then being filled. */
  nextTo(height: bigint): void {
    this.next(Number(height - this.height));
  }

  checkInvariants(): void {
    const ctx = this.read();
    for (const { name, check } of [supplyIsBalances, ...this.modules.flatMap((m) => m.invariants ?? [])]) {
      const broken = check(ctx);
      if (broken !== undefined) throw new Error(`height ${this.height}: ${name}: ${broken}`);
    }
  }

  balance(name: string): bigint {
    return bank.balance(this.read(), rawAddress(name), DENOM);
  }

  supply(): bigint {
    return bank.supply(this.read(), DENOM);
  }
}
