/**
 * A whole application in memory, block by block, without an engine: what module tests run their messages on. After
 * every block all invariants are checked.
 *
 * @module
 */

import type { BlockOutcome, TxOutcome } from "@assay/chain/abci/application";
import { encodeOutcome } from "@assay/chain/abci/outcome";
import { type AppOptions, AssayApp, LAYOUT_VERSION, storeNames } from "@assay/chain/app/app";
import type { GenesisExport } from "@assay/chain/app/genesis";
import type { AppModules } from "@assay/chain/app/modules";
import { signDigest } from "@assay/chain/app/sign-doc";
import { threadVerifier } from "@assay/chain/app/signature/choose";
import type { SignatureVerifier } from "@assay/chain/app/signature/verifier";
import type { TxLookup } from "@assay/chain/app/tx-lookup";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { StateStore } from "@assay/chain/store/state-store";
import { addressToBech32, moduleAddress } from "@assay/primitives/address";
import { BaseAccount, ModuleAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { Query as AuthQuery } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { Query as BankQuery } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import {
  CheckTxType,
  RequestFinalizeBlock,
  RequestInitChain,
  RequestQuery,
  type ResponseCheckTx,
  type ResponseQuery,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { Json } from "@assay/proto/wire/json";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import { signDigestWith, type TestSigner, testSigner } from "./keys.ts";

export interface TestAppOptions {
  readonly chainId?: string;
  readonly prefix?: string;
  readonly denom?: string;
  /** Name to base units of the denom. Absent: alice, bob, carol and dave with 10^9 each. */
  readonly balances?: Readonly<Record<string, bigint>>;
  /** Names of validators' operators, each of power 10. Absent: v1 to v4. */
  readonly validators?: readonly string[];
  /** Merged into `app_state`, section by section. */
  readonly genesis?: Readonly<Record<string, { readonly [field: string]: Json }>>;
  readonly consensusParams?: DeepPartial<ConsensusParams>;
  readonly initialHeight?: bigint;
  readonly minGasPrice?: string;
  readonly keepVersions?: number;
  /** Absent: native, in this thread. */
  readonly verifier?: SignatureVerifier;
  /** Absent: the ledger's own. */
  readonly modules?: AppModules;
  readonly logger?: AppOptions["logger"];
  readonly txLookup?: TxLookup;
  /** Absent: an empty one of its own. */
  readonly backend?: MemoryBackend;
}

export interface TestMessage {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

/** A message for `deliver`, as an `Any`. */
export const msg = <T extends object>(type: MessageType<T>, value: DeepPartial<T>): TestMessage => ({
  typeUrl: type.typeUrl,
  value: type.toBytes(type.fromPartial(value)),
});

export interface SignOptions {
  readonly gas?: bigint;
  readonly fee?: readonly Coin[];
  readonly memo?: string;
  readonly timeoutHeight?: bigint;
  /** Absent: the account's, counting what this harness signed since the last block. */
  readonly sequence?: bigint;
  readonly accountNumber?: bigint;
  readonly chainId?: string;
  /** Changes the parts before they are signed. */
  readonly body?: (body: TxBody) => TxBody;
  readonly authInfo?: (authInfo: AuthInfo) => AuthInfo;
}

const START_SECONDS = 1_760_000_000n;

export class TestApp {
  readonly app: AssayApp;
  readonly store: StateStore;
  readonly chainId: string;
  readonly prefix: string;
  readonly denom: string;
  height: bigint;
  /** Of the state before the first block. */
  readonly genesisAppHash: Uint8Array;
  lastBlock: BlockOutcome | undefined;
  /** Sequences handed out since the last block. */
  readonly #ahead = new Map<string, bigint>();

  constructor(
    app: AssayApp,
    store: StateStore,
    genesisAppHash: Uint8Array,
    chain: {
      readonly chainId: string;
      readonly prefix: string;
      readonly denom: string;
      readonly height: bigint;
    },
  ) {
    this.app = app;
    this.store = store;
    this.genesisAppHash = genesisAppHash;
    this.chainId = chain.chainId;
    this.prefix = chain.prefix;
    this.denom = chain.denom;
    this.height = chain.height;
  }

  signer(name: string): TestSigner {
    return testSigner(name, this.prefix);
  }

  /** Bech32, of a module's own account. */
  moduleAddress(module: string): string {
    return addressToBech32(moduleAddress(module), this.prefix);
  }

  /** Signs messages of one signer. */
  async sign(
    signer: TestSigner,
    messages: readonly TestMessage[],
    options: SignOptions = {},
  ): Promise<Uint8Array> {
    return this.signAs([signer], messages, options);
  }

  /** Signs messages of several signers, in the order of their signatures. */
  async signAs(
    signers: readonly TestSigner[],
    messages: readonly TestMessage[],
    options: SignOptions = {},
  ): Promise<Uint8Array> {
    const gas = options.gas ?? 1_000_000n;
    const fee = options.fee ?? [{ denom: this.denom, amount: (gas / 40n).toString() }];
    const accounts = await Promise.all(signers.map((signer) => this.account(signer)));
    const plainBody = TxBody.fromPartial({
      messages,
      memo: options.memo ?? "",
      timeoutHeight: options.timeoutHeight ?? 0n,
    });
    const body = options.body?.(plainBody) ?? plainBody;
    const plainAuth = AuthInfo.fromPartial({
      signerInfos: signers.map((signer, i) => ({
        publicKey: signer.pubKey,
        modeInfo: { single: { mode: SignMode.SIGN_MODE_DIRECT } },
        sequence: options.sequence ?? this.#nextSequence(signer, accounts[i]!.sequence),
      })),
      fee: { amount: fee, gasLimit: gas },
    });
    const authInfo = options.authInfo?.(plainAuth) ?? plainAuth;
    const bodyBytes = TxBody.toBytes(body);
    const authInfoBytes = AuthInfo.toBytes(authInfo);
    const signatures = signers.map((signer, i) => {
      const number = options.accountNumber ?? accounts[i]!.accountNumber;
      const digest = signDigest({ bodyBytes, authInfoBytes }, options.chainId ?? this.chainId, number);
      return signDigestWith(signer, digest);
    });
    return TxRaw.toBytes({ bodyBytes, authInfoBytes, signatures });
  }

  #nextSequence(signer: TestSigner, committed: bigint): bigint {
    const next = this.#ahead.get(signer.address) ?? committed;
    this.#ahead.set(signer.address, next + 1n);
    return next;
  }

  /** One block with one transaction; its result. */
  async deliver(
    signer: TestSigner | readonly TestSigner[],
    messages: readonly TestMessage[],
    options: SignOptions = {},
  ): Promise<TxOutcome> {
    const signers = Array.isArray(signer) ? (signer as readonly TestSigner[]) : [signer as TestSigner];
    const tx = await this.signAs(signers, messages, options);
    const block = await this.nextBlock([tx]);
    return block.txResults[0]!;
  }

  /**
   * Executes a block twice, as an engine may, commits it, and checks every invariant.
   * @throws Error where the executions differ or an invariant is broken.
   */
  async nextBlock(txs: readonly Uint8Array[] = []): Promise<BlockOutcome> {
    this.height += 1n;
    const request = RequestFinalizeBlock.fromPartial({
      txs,
      height: this.height,
      time: { seconds: START_SECONDS + this.height },
    });
    const first = encodeOutcome(await this.app.finalizeBlock(request));
    const block = await this.app.finalizeBlock(request);
    if (Buffer.compare(first, encodeOutcome(block)) !== 0) {
      throw new Error(`height ${this.height}: the second execution differs from the first`);
    }
    await this.app.commit([]);
    this.forgetSigned();
    this.lastBlock = block;
    const broken = this.app.invariants();
    if (broken.length > 0) throw new Error(`height ${this.height}: ${broken.join("; ")}`);
    return block;
  }

  /** So many empty blocks. */
  async advance(blocks: number): Promise<void> {
    for (let i = 0; i < blocks; i++) await this.nextBlock();
  }

  /** Empty blocks until this height is committed. */
  async advanceTo(height: bigint): Promise<void> {
    while (this.height < height) await this.nextBlock();
  }

  /** What was signed so far will be in no block. */
  forgetSigned(): void {
    this.#ahead.clear();
  }

  check(tx: Uint8Array, recheck = false): Promise<ResponseCheckTx> {
    const type = recheck ? CheckTxType.CHECK_TX_TYPE_RECHECK : CheckTxType.CHECK_TX_TYPE_NEW;
    return this.app.checkTx({ tx, type });
  }

  abciQuery(path: string, data: Uint8Array, height = 0n, prove = false): Promise<ResponseQuery> {
    return this.app.query(RequestQuery.fromPartial({ path, data, height, prove }));
  }

  /** @throws Error with the log where the query fails. */
  async query<T extends object, R extends object>(
    method: { readonly path: string; readonly request: MessageType<T>; readonly response: MessageType<R> },
    request: DeepPartial<T>,
    height = 0n,
  ): Promise<R> {
    const data = method.request.toBytes(method.request.fromPartial(request));
    const answer = await this.abciQuery(method.path, data, height);
    if (answer.code !== 0) throw new Error(answer.log);
    return method.response.fromBytesStrict(answer.value);
  }

  async account(signer: TestSigner): Promise<BaseAccount> {
    const none = BaseAccount.fromPartial({ address: signer.address });
    if (this.store.height === 0n) {
      const found = this.app.exportGenesis().appState.auth as unknown as {
        accounts: { type_url: string; value: string }[];
      };
      for (const { type_url, value } of found.accounts) {
        if (type_url === ModuleAccount.typeUrl) continue;
        const account = BaseAccount.fromBytesStrict(Buffer.from(value, "base64"));
        if (account.address === signer.address) return account;
      }
      return none;
    }
    try {
      const { info } = await this.query(AuthQuery.AccountInfo, { address: signer.address });
      return info ?? none;
    } catch {
      return none;
    }
  }

  /** Base units of the chain's denom. */
  async balance(account: TestSigner | string): Promise<bigint> {
    const address = typeof account === "string" ? account : account.address;
    const { balance } = await this.query(BankQuery.Balance, { address, denom: this.denom });
    return BigInt(balance!.amount);
  }

  async supply(): Promise<bigint> {
    const { amount } = await this.query(BankQuery.SupplyOf, { denom: this.denom });
    return BigInt(amount!.amount);
  }
}

const defaultBalances = { alice: 10n ** 9n, bob: 10n ** 9n, carol: 10n ** 9n, dave: 10n ** 9n };

export function testAppState(options: TestAppOptions): Record<string, { [field: string]: Json }> {
  const { prefix = "assay", denom = "uassay", balances = defaultBalances } = options;
  const { validators = ["v1", "v2", "v3", "v4"] } = options;
  const state: Record<string, { [field: string]: Json }> = {
    chain: { bech32_prefix: prefix, fee_denom: denom, min_gas_price_micro: "25000" },
    bank: {
      balances: [...Object.entries(balances)].map(([name, amount]) => ({
        address: testSigner(name, prefix).address,
        coins: amount === 0n ? [] : [{ denom, amount: amount.toString() }],
      })),
    },
    staking: {
      validators: validators.map((name) => ({
        operator: testSigner(name, prefix).address,
        consensus_pubkey: Buffer.from(testSigner(name, prefix).secret).toString("base64"),
        power: "10",
        moniker: name,
      })),
    },
  };
  for (const [section, fields] of Object.entries(options.genesis ?? {})) {
    state[section] = { ...state[section], ...fields };
  }
  return state;
}

/** A chain that has its genesis and no block yet. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { chainId = "assay-test", prefix = "assay", denom = "uassay", initialHeight = 1n } = options;
  return startTestApp(options, chainId, prefix, denom, initialHeight, testAppState(options));
}

/** A chain that goes on from an export. */
export async function importTestApp(exported: GenesisExport, options: TestAppOptions = {}): Promise<TestApp> {
  const { chainId = "assay-test", prefix = "assay", denom = "uassay" } = options;
  const state = exported.appState as Record<string, { [field: string]: Json }>;
  const start = { ...options, consensusParams: exported.consensusParams };
  return startTestApp(start, chainId, prefix, denom, exported.initialHeight, state, exported.time);
}

async function startTestApp(
  options: TestAppOptions,
  chainId: string,
  prefix: string,
  denom: string,
  initialHeight: bigint,
  appState: Record<string, Json>,
  time?: { readonly seconds: bigint; readonly nanos: number },
): Promise<TestApp> {
  const store = await StateStore.open(options.backend ?? new MemoryBackend(), {
    modules: storeNames(options.modules),
    layoutVersion: LAYOUT_VERSION,
    keepVersions: options.keepVersions ?? 1000,
    memoryBudgetBytes: 1 << 28,
  });
  const { minGasPrice, modules, logger, txLookup } = options;
  const app = AssayApp.open({
    store,
    verifier: options.verifier ?? threadVerifier(),
    ...(minGasPrice === undefined ? {} : { minGasPrice }),
    ...(modules === undefined ? {} : { modules }),
    ...(logger === undefined ? {} : { logger }),
    ...(txLookup === undefined ? {} : { txLookup }),
  });
  const { appHash } = await app.initChain(
    RequestInitChain.fromPartial({
      chainId,
      time: time ?? { seconds: START_SECONDS + initialHeight - 1n },
      consensusParams: options.consensusParams ?? { block: { maxBytes: 4_194_304n, maxGas: 100_000_000n } },
      appStateBytes: Buffer.from(JSON.stringify(appState)),
      initialHeight,
    }),
  );
  return new TestApp(app, store, appHash, { chainId, prefix, denom, height: initialHeight - 1n });
}
