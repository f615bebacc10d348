/**
 * Transactions that no node should waste its time on: noise, the truncated and the falsely signed, the same one over and
 * over to every node, the oversized.
 *
 * @module
 */
import { send } from "@assay/client/modules/bank/messages";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import type { DevnetKey } from "@assay/devnet/keys";
import type { Random } from "../crash/random.ts";
import type { CometNode } from "../harness/comet-network.ts";

const FEE = { amount: [{ denom: "uassay", amount: "3000" }], gas: "120000" };

export interface FloodCount {
  sent: number;
  /** Refused with a code or an error, as all must be but the first of the duplicates. */
  refused: number;
  /** Those that a mempool took. */
  taken: number;
}

/** Floods all nodes for so long. @param sender an account that sends nothing else. */
export async function flood(
  nodes: readonly CometNode[],
  sender: DevnetKey,
  random: Random,
  forMs: number,
): Promise<FloodCount> {
  const count: FloodCount = { sent: 0, refused: 0, taken: 0 };
  const client = SigningAssayClient.createWithSigner(nodes[0]!.rpcUrl, await importWallet(sender.mnemonic));
  const { accountNumber, sequence } = await client.getSequence(sender.address);
  const message = send({
    from: sender.address,
    to: sender.address,
    amount: [{ denom: "uassay", amount: "1" }],
  });
  const good = await client.sign(
    sender.address,
    [message],
    FEE,
    { accountNumber, sequence },
    { memo: "flood" },
  );
  const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => random.between(0, 255)));
  const flipped = (): Buffer => {
    const bytes = Buffer.from(good);
    const at = random.between(0, bytes.length - 1);
    bytes[at] = bytes[at]! ^ (1 << random.between(0, 7));
    return bytes;
  };
  const kinds: readonly (() => Uint8Array)[] = [
    () => noise(random.between(0, 300)),
    flipped,
    () => good.slice(0, random.between(1, good.length - 1)),
    () => good,
    () => good,
    () => Buffer.concat([good, noise(random.between(1, 20))]),
    // Past max_tx_bytes, and past what a request may hold.
    () => Buffer.alloc(random.pick([460 * 1024, 1_200_000]), 7),
  ];
  const until = performance.now() + forMs;
  const one = async (node: CometNode): Promise<void> => {
    while (performance.now() < until) {
      const tx = Buffer.from(random.pick(kinds)()).toString("base64");
      count.sent++;
      try {
        const answer = (await node.rpc.call("broadcast_tx_sync", { tx })) as { code: number };
        if (answer.code === 0) count.taken++;
        else count.refused++;
      } catch {
        count.refused++;
      }
    }
  };
  await Promise.all([...nodes, ...nodes].map(one));
  return count;
}
