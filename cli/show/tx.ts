/**
 * Transactions and blocks as JSON: snake_case, 64-bit numbers as text, messages decoded where they are known.
 *
 * @module
 */

import { fromAny } from "@assay/client/codecs";
import type { Block, Event, IndexedTx } from "@assay/client/comet";
import type { DeliverTxResponse } from "@assay/client/signing";
import { decodeTx, txHash } from "@assay/client/tx";
import { toHex } from "@assay/primitives/bytes";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { type Json, messageToJson } from "@assay/proto/wire/json";

function anyJson(any: Any): Json {
  const decoded = fromAny(any);
  if (decoded === undefined) return { "@type": any.typeUrl, value: toHex(any.value) };
  return { "@type": any.typeUrl, ...(messageToJson(decoded.type, decoded.value, "hex") as object) };
}

const eventJson = ({ type, attributes }: Event): Json => ({
  type,
  attributes: attributes.map(({ key, value }) => ({ key, value })),
});

export function txJson(tx: IndexedTx): Json {
  const decoded = decodeTx(tx.tx);
  return {
    hash: tx.hash,
    height: String(tx.height),
    index: tx.txIndex,
    code: tx.code,
    codespace: tx.codespace,
    log: tx.rawLog,
    gas_wanted: String(tx.gasWanted),
    gas_used: String(tx.gasUsed),
    memo: decoded?.memo ?? "",
    fee: (decoded?.fee?.amount ?? []).map(({ denom, amount }) => ({ denom, amount })),
    messages: (decoded?.messages ?? []).map(({ any }) => anyJson(any)),
    responses: tx.msgResponses.map(anyJson),
    events: tx.events.map(eventJson),
  };
}

/** What a sending command answers. */
export function sentJson(tx: DeliverTxResponse): { [key: string]: Json } {
  return {
    tx_hash: tx.transactionHash,
    height: String(tx.height),
    gas_wanted: String(tx.gasWanted),
    gas_used: String(tx.gasUsed),
    responses: tx.msgResponses.map(anyJson),
  };
}

export function blockJson(block: Block): Json {
  const { header } = block;
  return {
    hash: block.hash,
    chain_id: header.chainId,
    height: String(header.height),
    time: header.time,
    proposer: header.proposerAddress,
    app_hash: header.appHash,
    txs: block.txs.map((tx) => txHash(tx)),
  };
}
