/**
 * The application's modules on a store in memory: blocks without an engine, signatures and fees; invariants after
 * every one. For histories of thousands of blocks; what a user meets is tested on `app-harness.ts`.
 *
 * @module
 */
import { type AppModules, createModules } from "@assay/chain/app/modules";
import {
  type BlockInfo,
  ExecutionContext,
  type ReadCtx,
  readContext,
  type WriteCtx,
} from "@assay/kernel/context";
import { CodedError } from "@assay/kernel/errors";
import type { EncodedEvent } from "@assay/kernel/event";
import { GasMeter, MeteredStore } from "@assay/kernel/gas";
import { defaultParams as attestDefaults } from "@assay/modules/attest/params";
import { defaultParams as challengeDefaults } from "@assay/modules/challenge/params";
import { defaultParams as dataDefaults } from "@assay/modules/data/params";
import { defaultParams as registryDefaults } from "@assay/modules/registry/params";
import { addressToBech32 } from "@assay/primitives/address";
import { ascii } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import type { Params as AttestParams } from "@assay/proto/gen/assay/attest/v1/types";
import type { Params as ChallengeParams } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Params as DataParams } from "@assay/proto/gen/assay/data/v1/types";
import type { Params as RegistryParams } from "@assay/proto/gen/assay/registry/v1/types";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import { MemoryStore } from "./memory-store.ts";

export const ASSAY = 1_000_000n;
export const DENOM = "uassay";
const chain = { chainId: "assay-test-1", bech32Prefix: "assay", feeDenom: DENOM };

/** An account's raw address, from a name. */
export const rawAddress = (name: string): Uint8Array => sha256(ascii(name)).slice(0, 20);
/** An account's address, from a name. */
export const address = (name: string): string => addressToBech32(rawAddress(name), chain.bech32Prefix);

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
  readonly attest?: Partial<AttestParams>;
  readonly registry?: Partial<RegistryParams>;
  /** Powers of the validators `v0`, `v1`, ...; four of 10 where absent. */
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
  readonly modules: AppModules = createModules();
  readonly validators: readonly string[];
  /** The block that is being filled. */
  height = 1n;
  /** Events of the last block's end hooks. */
  endEvents: readonly EncodedEvent[] = [];
  #txIndex = 0;

  constructor(options: MarketOptions = {}) {
    const { powers = [10n, 10n, 10n, 10n], coins = {} } = options;
    this.validators = powers.map((_, i) => `v${i}`);
    this.#init({
      bank: {
        balances: Object.entries(coins).map(([name, amount]) => ({
          address: address(name),
          coins: [{ denom: DENOM, amount: amount.toString() }],
        })),
      },
      staking: {
        validators: powers.map((power, i) => ({
          operator: address(`v${i}`),
          consensusPubkey: sha256(ascii(`v${i}`)),
          power,
          moniker: `v${i}`,
        })),
      },
      attest: { params: { ...attestDefaults, ...options.attest } },
      data: { params: { ...dataDefaults, ...SHORT, ...options.data } },
      challenge: { params: { ...challengeDefaults, revealMaxBlocks: 20n, ...options.challenge } },
      registry: { params: { ...registryDefaults, attestBlocks: 30n, ...options.registry } },
    });
  }

  /** Genesis of every module but `chain`, which is the application's own. */
  #init(states: Readonly<Record<string, object>>): void {
    this.write((ctx) => {
      for (const { name, genesis } of this.modules.all) {
        if (genesis !== undefined && name !== "chain")
          genesis.init(ctx, genesis.type.fromPartial(states[name] ?? {}));
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
    const specs = this.modules.all.flatMap((module) => module.messages ?? []);
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
    request: DeepPartial<T>,
  ): R {
    const specs = this.modules.all.flatMap((module) => module.queries ?? []);
    const spec = specs.find(({ path }) => path === method.path)!;
    const answer = spec.handle(this.read(), method.request.fromPartial(request)) as R;
    return method.response.fromBytesStrict(method.response.toBytes(answer));
  }

  /** Ends blocks: hooks in the application's order, then every invariant. */
  next(blocks = 1): void {
    for (let i = 0; i < blocks; i++) {
      const ctx = new ExecutionContext(chain, this.#block(), this.store);
      for (const module of this.modules.endBlock) module.endBlock?.(ctx);
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
    for (const { name, check } of this.modules.all.flatMap((module) => module.invariants ?? [])) {
      const broken = check(ctx);
      if (broken !== undefined) throw new Error(`height ${this.height}: ${name}: ${broken}`);
    }
  }

  balance(name: string): bigint {
    return this.modules.bank.balance(this.read(), rawAddress(name), DENOM);
  }

  supply(): bigint {
    return this.modules.bank.supply(this.read(), DENOM);
  }
}
