/** What a node announced: blocks, results and transactions, which no crash may take back. */
import type { AssayClient } from "@assay/client/client";
import { txHash } from "@assay/client/tx";

interface AnnouncedBlock {
  readonly hash: string;
  readonly appHash: string;
  readonly txs: readonly string[];
}

export class Record {
  readonly blocks = new Map<number, AnnouncedBlock>();
  readonly faults: string[] = [];

  get height(): number {
    return Math.max(0, ...this.blocks.keys());
  }

  get txCount(): number {
    let count = 0;
    for (const { txs } of this.blocks.values()) count += txs.length;
    return count;
  }

  async #read(client: AssayClient, height: number): Promise<AnnouncedBlock> {
    const { hash, header, txs } = await client.getBlock(height);
    return { hash, appHash: header.appHash.toLowerCase(), txs: txs.map((tx) => txHash(tx)) };
  }

  /** Takes down what is new up to the node's height. */
  async follow(client: AssayClient): Promise<void> {
    const tip = await client.getHeight();
    for (let height = this.height + 1; height <= tip; height++) {
      this.blocks.set(height, await this.#read(client, height));
    }
  }

  /** Reads announced blocks again, the last `count` of them, and notes what changed. */
  async verify(client: AssayClient, count: number): Promise<void> {
    const tip = await client.getHeight();
    if (tip < this.height)
      this.faults.push(`height ${this.height} was announced, after the crash it is ${tip}`);
    for (let height = Math.max(1, this.height - count + 1); height <= Math.min(tip, this.height); height++) {
      const before = this.blocks.get(height)!;
      const now = await this.#read(client, height);
      if (now.hash !== before.hash) this.faults.push(`block ${height}: another block hash`);
      if (now.appHash !== before.appHash) this.faults.push(`block ${height}: another app hash`);
      if (now.txs.join() !== before.txs.join()) this.faults.push(`block ${height}: other transactions`);
    }
  }

  /** Transactions that are in more than one place. */
  doubled(): string[] {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const { txs } of this.blocks.values()) {
      for (const tx of txs) {
        if (seen.has(tx)) twice.push(tx);
        seen.add(tx);
      }
    }
    return twice;
  }
}
