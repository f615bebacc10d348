/**
 * What any node ever announced: blocks and what they did. A height has one block, with one outcome, whichever node
 * tells it and whenever.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { CometNode } from "../harness/comet-network.ts";

interface Announced {
  readonly hash: string;
  /** After the block, as the node's own application computed it. */
  readonly appHash: string;
  /** Hashes, upper hex. */
  readonly txs: readonly string[];
  /** How many of them did what they say. */
  readonly succeeded: number;
}

interface BlockAnswer {
  readonly block_id: { readonly hash: string };
  readonly block: {
    readonly data: { readonly txs: readonly string[] | null };
    readonly evidence: { readonly evidence: readonly unknown[] | null };
  };
}

interface ResultsAnswer {
  readonly app_hash: string;
  readonly txs_results: readonly { readonly code: number }[] | null;
}

const hashOf = (tx: string): string =>
  createHash("sha256").update(Buffer.from(tx, "base64")).digest("hex").toUpperCase();

export class NetworkRecord {
  readonly #blocks = new Map<number, Announced>();
  /** Node -> last height of it that was read. */
  readonly #read = new Map<number, number>();
  #last: Promise<void> = Promise.resolve();
  readonly diverged: string[] = [];
  /** Announced, and not there any more. */
  readonly lost: string[] = [];

  get height(): number {
    return this.#blocks.size;
  }

  get txCount(): number {
    let count = 0;
    for (const { txs } of this.#blocks.values()) count += txs.length;
    return count;
  }

  get succeeded(): number {
    let count = 0;
    for (const block of this.#blocks.values()) count += block.succeeded;
    return count;
  }

  /** Has a node's blocks read again from the first: its data is new. */
  forget(node: CometNode): Promise<void> {
    return this.#inTurn(async () => void this.#read.delete(node.index));
  }

  /** As `follow`, from `count` blocks before: what a crash could have taken back. */
  doubt(node: CometNode, count: number): Promise<void> {
    return this.#inTurn(() => {
      this.#read.set(node.index, Math.max(0, (this.#read.get(node.index) ?? 0) - count));
      return this.#follow(node);
    });
  }

  /** Takes down what is new of a node, up to its tip. @throws NodeRpcError where it is away. */
  follow(node: CometNode): Promise<void> {
    return this.#inTurn(() => this.#follow(node));
  }

  /** One at a time: two that read the same node would each move the other's place in it. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #follow(node: CometNode): Promise<void> {
    // Of the application: the node tells a block before it has its results.
    const info = (await node.rpc.call("abci_info")) as { response: { last_block_height?: string } };
    const tip = Number(info.response.last_block_height ?? 0);
    for (let height = (this.#read.get(node.index) ?? 0) + 1; height <= tip; height++) {
      const [block, results] = (await Promise.all([
        node.rpc.call("block", { height: String(height) }),
        node.rpc.call("block_results", { height: String(height) }),
      ])) as [BlockAnswer, ResultsAnswer];
      // Whoever votes twice at a height is told of in a later block: no fault makes an honest validator do so.
      for (const _ of block.block.evidence.evidence ?? [])
        this.diverged.push(`height ${height}: a double vote`);
      this.#compare(node, height, {
        hash: block.block_id.hash,
        appHash: results.app_hash,
        txs: (block.block.data.txs ?? []).map(hashOf),
        succeeded: (results.txs_results ?? []).filter(({ code }) => code === 0).length,
      });
      this.#read.set(node.index, height);
    }
  }

  #compare(node: CometNode, height: number, now: Announced): void {
    const before = this.#blocks.get(height);
    if (before === undefined) {
      this.#blocks.set(height, now);
      return;
    }
    const differ = (what: keyof Announced): boolean => String(before[what]) !== String(now[what]);
    for (const what of ["hash", "appHash", "succeeded"] as const) {
      if (differ(what))
        this.diverged.push(
          `node ${node.index}, height ${height}: ${what} ${now[what]}, announced ${before[what]}`,
        );
    }
    if (differ("txs")) {
      const gone = before.txs.filter((tx) => !now.txs.includes(tx));
      this.lost.push(...gone.map((tx) => `node ${node.index}, height ${height}: ${tx}`));
    }
  }

  /** Last height of a node that was read. */
  heightOf(node: CometNode): number {
    return this.#read.get(node.index) ?? 0;
  }

  /** Once a node is back: every height that was announced is there. */
  checkTip(node: CometNode, announced: number): void {
    const read = this.heightOf(node);
    if (read < announced) this.lost.push(`node ${node.index}: announced ${announced} blocks, has ${read}`);
  }

  /** Transactions in more than one place. */
  doubled(): string[] {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const { txs } of this.#blocks.values()) {
      for (const tx of txs) {
        if (seen.has(tx)) twice.push(tx);
        seen.add(tx);
      }
    }
    return twice;
  }
}
