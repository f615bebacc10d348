/**
 * A kvstore chain on the embedded engine, for tests.
 *
 * @module
 */

import { GrammarChecker } from "@assay/chain/abci/grammar";
import type { Clock } from "@assay/chain/engine/clock";
import { defaultConsensusParams } from "@assay/chain/engine/consensus-params";
import { EmbeddedEngine, type EngineOptions } from "@assay/chain/engine/engine";
import type { Genesis } from "@assay/chain/engine/genesis";
import { ValidatorKey } from "@assay/chain/engine/keys";
import { parseTime, timeToMs } from "@assay/chain/engine/time";
import { FifoMempool, type MempoolLimits } from "@assay/chain/mempool/mempool";
import type { Backend } from "@assay/chain/store/backend";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { KvStore, type KvStoreOptions } from "./kvstore.ts";

export const GENESIS_TIME = parseTime("2026-01-01T00:00:00Z")!;

/** A clock that moves only when told to, or when somebody sleeps. */
export class ManualClock implements Clock {
  #now = timeToMs(GENESIS_TIME);

  nowMs(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!signal.aborted) this.#now += ms;
  }
}

export const testKey = (n: number): ValidatorKey => ValidatorKey.fromSeed(new Uint8Array(32).fill(n));

export interface ChainOptions {
  /** Of validators 1, 2, ...; one of power 10 where absent. */
  readonly powers?: readonly bigint[];
  readonly genesis?: Partial<Genesis>;
  readonly engine?: Partial<EngineOptions>;
  readonly mempool?: Partial<MempoolLimits>;
  readonly app?: KvStoreOptions;
  readonly backend?: Backend;
}

export function testGenesis(options: Pick<ChainOptions, "genesis" | "powers"> = {}): Genesis {
  const powers = options.powers ?? [10n];
  return {
    time: GENESIS_TIME,
    chainId: "kv-test",
    initialHeight: 1,
    params: defaultConsensusParams(),
    validators: powers.map((votingPower, i) => {
      const { address, publicKey } = testKey(i + 1);
      return {
        address,
        pubKey: { ed25519: publicKey, secp256k1: undefined },
        votingPower,
        name: `v${i + 1}`,
      };
    }),
    appHash: new Uint8Array(0),
    appState: new Uint8Array(0),
    ...options.genesis,
  };
}

export interface Chain {
  readonly engine: EmbeddedEngine;
  readonly mempool: FifoMempool;
  readonly app: KvStore;
  readonly backend: Backend;
  readonly clock: ManualClock;
  readonly genesis: Genesis;
}

/** Opens, or opens again where a backend is given, with the ABCI grammar checked. */
export async function chain(options: ChainOptions = {}): Promise<Chain> {
  const backend = options.backend ?? new MemoryBackend();
  const genesis = testGenesis(options);
  const app = await KvStore.open(backend, options.app);
  const checked = new GrammarChecker(app);
  const mempool = new FifoMempool(checked, options.mempool);
  const clock = new ManualClock();
  const engine = await EmbeddedEngine.open({
    app: checked,
    backend,
    genesis,
    validatorKeys: genesis.validators.map((_, i) => testKey(i + 1)),
    mempool,
    clock,
    blockTimeMs: 1000,
    ...options.engine,
  });
  return { engine, mempool, app, backend, clock, genesis };
}
