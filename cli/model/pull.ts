/** `assay model pull`: what models have earned comes to its owner. */
import { pull } from "@assay/client/modules/registry/messages";
import { toHex } from "@assay/primitives/bytes";
import type { PullableEdge } from "@assay/proto/gen/assay/registry/v1/query";
import { MsgPullResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import { Failure } from "../failure.ts";
import { amountText } from "../preview.ts";
import type { Session } from "../session.ts";

/** Edges that one transaction may pull. */
const MAX_EDGES = 32;

const keyOf = ({ versionId, parentId }: PullableEdge): string => `${toHex(versionId)} ${toHex(parentId)}`;

/** What waits above the account's versions, or above those that were named, each edge once. */
async function edgesFor(
  session: Session,
  account: string,
  named: readonly string[],
): Promise<PullableEdge[]> {
  const { registry } = (await session.client()).query;
  const ids: (string | Uint8Array)[] = [...named];
  if (named.length === 0) {
    const { models } = await registry.models({ owner: account, page: { limit: 100 } });
    for (const { id } of models) {
      const { versions } = await registry.versions({ modelId: id, page: { limit: 100 } });
      ids.push(...versions.map((version) => version.id));
    }
  }
  const edges = new Map<string, PullableEdge>();
  for (const id of ids) for (const edge of (await registry.pullable(id)).edges) edges.set(keyOf(edge), edge);
  return [...edges.values()];
}

export async function pullCommand(session: Session, parents: readonly string[], from: string): Promise<void> {
  const { out } = session;
  const denom = await session.denom();
  const signer = await session.signer(from);
  const { registry } = (await session.client()).query;
  const edges = await edgesFor(session, signer.address, parents);
  const owed = BigInt((await registry.owed(signer.address)).amount);
  if (edges.length === 0 && owed === 0n) {
    throw new Failure(
      "there is nothing to pull",
      "Wait until a model, or one made from it, has earned something.",
    );
  }
  const messages = [];
  for (let at = 0; at === 0 || at < edges.length; at += MAX_EDGES) {
    messages.push(pull({ account: signer.address, edges: edges.slice(at, at + MAX_EDGES) }));
  }
  const tx = await session.send(signer, messages, [
    `Pull ${edges.length} shares, and take what you are owed (${amountText(owed, denom)} before them).`,
  ]);
  if (tx === undefined) return;
  let amount = 0n;
  for (const { value } of tx.msgResponses)
    amount += BigInt(MsgPullResponse.fromBytes(value).amount?.amount ?? 0);
  out.data(
    {
      amount: String(amount),
      denom,
      edges: edges.length,
      tx_hash: tx.transactionHash,
      height: String(tx.height),
    },
    () => `Received ${amountText(amount, denom)}.\nIn block ${tx.height}, transaction ${tx.transactionHash}`,
  );
}
