/**
 * `abci_query`: gRPC paths of the modules, raw state with proofs, simulation. Reads committed state only, so it may run
 * at any moment.
 *
 * @module
 */

import type { ChainInfo } from "@assay/kernel/context";
import { readContext } from "@assay/kernel/context";
import { CodedError, invalidArgument, sdkErrors } from "@assay/kernel/errors";
import type { StoreReader } from "@assay/kernel/store";
import { Service, SimulateRequest, SimulateResponse } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { Tx } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { RequestQuery, ResponseQuery } from "@assay/proto/gen/tendermint/abci/types";
import type { ProofOps } from "@assay/proto/gen/tendermint/crypto/proof";
import { WireError } from "@assay/proto/wire/errors";
import type { MessageType } from "@assay/proto/wire/message-type";
import { stringToUtf8 } from "@assay/proto/wire/utf8";
import type { StateStore } from "../store/state-store.ts";
import { state as chainState } from "./chain-info.ts";
import type { Router } from "./router.ts";
import { getTx, type TxLookup } from "./tx-lookup.ts";

export interface QueryServices {
  readonly store: StateStore;
  readonly router: Router;
  readonly chain: ChainInfo;
  readonly version: string;
  /** Names of the stores that may be read raw. */
  readonly storeNames: ReadonlySet<string>;
  /** @throws CodedError where the transaction would fail. */
  simulate(tx: Uint8Array): SimulateResponse;
  readonly txLookup: TxLookup | undefined;
}

interface Answer {
  readonly value: Uint8Array;
  readonly key?: Uint8Array;
  readonly proofOps?: ProofOps;
}

const none = new Uint8Array(0);

/** Never throws for a bad request: it has a code. */
export async function query(services: QueryServices, request: RequestQuery): Promise<ResponseQuery> {
  const { store } = services;
  const height = request.height === 0n ? store.height : request.height;
  try {
    const { value, key = none, proofOps } = await answer(services, request, height);
    return { code: 0, codespace: "", log: "", info: "", index: 0n, key, value, proofOps, height };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { code, codespace, message: log } = error;
    return { code, codespace, log, info: "", index: 0n, key: none, value: none, proofOps: undefined, height };
  }
}

async function answer(services: QueryServices, request: RequestQuery, height: bigint): Promise<Answer> {
  const { path, data } = request;
  const { router } = services;
  const spec = router.queries.get(path);
  if (spec !== undefined) {
    const reader = readerAt(services, height);
    const ctx = readContext(services.chain, { height, timeSeconds: 0n, timeNanos: 0 }, reader);
    const at = readContext(services.chain, chainState.block.must(ctx), reader);
    return { value: spec.response.toBytes(spec.handle(at, decodeRequest(spec.request, data))) };
  }
  if (path === Service.Simulate.path) {
    const { tx, txBytes } = decodeRequest(SimulateRequest, data);
    // CosmJS of old sent the parsed transaction; both have the same bytes.
    const bytes = txBytes.length > 0 || tx === undefined ? txBytes : Tx.toBytes(tx);
    return { value: SimulateResponse.toBytes(services.simulate(bytes)) };
  }
  if (path === Service.GetTx.path) {
    const { hash } = decodeRequest(Service.GetTx.request, data);
    return { value: Service.GetTx.response.toBytes(await getTx(services.txLookup, hash)) };
  }
  const parts = path.split("/").filter((part) => part !== "");
  if (parts[0] === "app" && parts[1] === "simulate") {
    return { value: SimulateResponse.toBytes(services.simulate(data)) };
  }
  if (parts[0] === "app" && parts[1] === "version") return { value: stringToUtf8(services.version) };
  if (parts[0] === "store" && parts[2] === "key" && parts.length === 3) {
    return rawState(services, parts[1]!, request, height);
  }
  // Every peer is welcome.
  if (parts[0] === "p2p" && parts[1] === "filter") return { value: none };
  throw sdkErrors.unknownRequest(`unknown query path: ${path.slice(0, 200)}`);
}

function decodeRequest<T extends object>(type: MessageType<T>, data: Uint8Array): T {
  try {
    return type.fromBytes(data);
  } catch (error) {
    if (error instanceof WireError) throw invalidArgument(`${type.typeName}: ${error.message}`);
    throw error;
  }
}

/** @throws sdk/26 for a height that was not yet or is no more. */
function readerAt({ store }: QueryServices, height: bigint): StoreReader {
  if (height < 0n)
    throw sdkErrors.invalidHeight("cannot query with height < 0; please provide a valid height");
  if (store.height === 0n) throw sdkErrors.invalidHeight("there is no block yet");
  if (height > store.height) {
    throw sdkErrors.invalidHeight("cannot query with height in the future; please provide a valid height");
  }
  const reader = store.at(height);
  if (reader === undefined) {
    throw sdkErrors.invalidHeight(
      `state of height ${height} is not kept here; the oldest is ${store.oldestHeight}`,
    );
  }
  return reader;
}

function rawState(services: QueryServices, module: string, request: RequestQuery, height: bigint): Answer {
  const { data: key, prove } = request;
  const { store } = services;
  if (!services.storeNames.has(module))
    throw sdkErrors.unknownRequest(`no such store: ${module.slice(0, 100)}`);
  if (key.length === 0) throw sdkErrors.unknownRequest("query cannot be zero length");
  const reader = readerAt(services, height);
  if (!prove) return { value: reader.get(module, key) ?? none, key };
  const proof = store.prove(height, module, key);
  if (proof === undefined) throw sdkErrors.invalidHeight(`height ${height} cannot be proved here`);
  return { value: proof.value ?? none, key, proofOps: { ops: proof.ops } };
}
