/** Who listens to what. Blocks are told in height order, and never while the engine waits. */
import type { BlockStore, CommitFeed, CommittedBlock } from "../abci/ledger.ts";
import { matchesEvents, type Query } from "../index/query.ts";
import { refused } from "./errors.ts";
import {
  type ChainEvent,
  type EventKind,
  newBlock,
  newBlockEvents,
  newBlockHeader,
  txEvent,
  validatorSetUpdates,
} from "./events.ts";
import type { RpcLimits } from "./limits.ts";

/** Where events go: one WebSocket. */
export interface Subscriber {
  send(text: string): void;
  /** One message in three parts; the middle one is shared with other clients and stays as it is. */
  sendShared(head: string, shared: Buffer, tail: string): void;
  /** Much waits to be read by the client. */
  isSlow(): boolean;
  dropSlow(): void;
}

interface Subscription {
  readonly id: number | string;
  readonly text: string;
  readonly query: Query;
  /** Where the query names a kind or a hash, other events need not be looked at. */
  readonly kind: string | undefined;
  readonly txHash: string | undefined;
}

/** Transactions between two turns of the event loop. */
const EVENTS_A_TURN = 128;
/** From here on an event's bytes are shared by its messages instead of copied into each. */
const SHARED_FROM = 32_768;
const LOOK_AGAIN_MS = 10;
/** Blocks that may wait while a slow client is given time. */
const MAX_BACKLOG = 8;

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function fixed(query: Query, tag: string): string | undefined {
  const condition = query.find((one) => one.tag === tag && one.operator === "=");
  return condition?.operand?.kind === "text" ? condition.operand.text : undefined;
}

const upper = (text: string | undefined): string | undefined => text?.toUpperCase();

export class Subscriptions {
  readonly #blocks: BlockStore;
  readonly #limits: RpcLimits;
  readonly #onFault: (error: unknown) => void;
  readonly #clients = new Map<Subscriber, Map<string, Subscription>>();
  readonly #stop: () => void;
  #telling: Promise<void> = Promise.resolve();
  /** Blocks that are still to be told. */
  #backlog = 0;

  constructor(blocks: BlockStore, feed: CommitFeed, limits: RpcLimits, onFault: (error: unknown) => void) {
    this.#blocks = blocks;
    this.#limits = limits;
    this.#onFault = onFault;
    this.#stop = feed.onCommit((block) => {
      if (this.#clients.size === 0) return;
      this.#backlog++;
      this.#telling = this.#telling
        .then(() => this.#tell(block))
        .catch(this.#onFault)
        .finally(() => {
          this.#backlog--;
        });
    });
  }

  /** @throws RpcError where a limit is reached or the client has this query already. */
  subscribe(client: Subscriber, id: number | string, text: string, query: Query): void {
    const held = this.#clients.get(client);
    if (held === undefined && this.#clients.size >= this.#limits.maxSubscriptionClients) {
      throw refused(`max_subscription_clients ${this.#limits.maxSubscriptionClients} reached`);
    }
    if (held !== undefined && held.size >= this.#limits.maxSubscriptionsPerClient) {
      throw refused(`max_subscriptions_per_client ${this.#limits.maxSubscriptionsPerClient} reached`);
    }
    if (held?.has(text)) throw refused("already subscribed");
    const normal = query.map((condition) =>
      condition.tag === "tx.hash" && condition.operand?.kind === "text"
        ? { ...condition, operand: { kind: "text" as const, text: condition.operand.text.toUpperCase() } }
        : condition,
    );
    const subscription: Subscription = {
      id,
      text,
      query: normal,
      kind: fixed(normal, "tm.event"),
      txHash: upper(fixed(normal, "tx.hash")),
    };
    if (held === undefined) this.#clients.set(client, new Map([[text, subscription]]));
    else held.set(text, subscription);
  }

  /** @throws RpcError where the client has no such subscription. */
  unsubscribe(client: Subscriber, text: string): void {
    const held = this.#clients.get(client);
    if (held === undefined || !held.delete(text)) throw refused("subscription not found");
    if (held.size === 0) this.#clients.delete(client);
  }

  /** @throws RpcError where the client has none. */
  unsubscribeAll(client: Subscriber): void {
    if (!this.#clients.delete(client)) throw refused("subscription not found");
  }

  /** A client that is gone. */
  drop(client: Subscriber): void {
    this.#clients.delete(client);
  }

  close(): void {
    this.#stop();
    this.#clients.clear();
  }

  #wanted(kind: EventKind): boolean {
    for (const held of this.#clients.values()) {
      for (const subscription of held.values()) {
        if (subscription.kind === undefined || subscription.kind === kind) return true;
      }
    }
    return false;
  }

  async #tell(block: CommittedBlock): Promise<void> {
    if (this.#wanted("NewBlock")) {
      const stored = await this.#blocks.block(block.height);
      if (stored !== undefined) this.#publish(newBlock(block, stored));
    }
    if (this.#wanted("NewBlockHeader")) this.#publish(newBlockHeader(block));
    if (this.#wanted("NewBlockEvents")) this.#publish(newBlockEvents(block));
    if (this.#wanted("Tx")) {
      for (let index = 0; index < block.txs.length; index++) {
        if (index % EVENTS_A_TURN === EVENTS_A_TURN - 1) await this.#breathe();
        this.#publish(txEvent(block, index));
      }
    }
    if (block.outcome.validatorUpdates.length > 0 && this.#wanted("ValidatorSetUpdates")) {
      this.#publish(validatorSetUpdates(block));
    }
    await this.#breathe();
  }

  /** Lets others run, and sockets drain: a burst of events is no reason to drop a client, a client that stalls is. */
  async #breathe(): Promise<void> {
    await new Promise((done) => setImmediate(done));
    const slow = (): Subscriber[] => [...this.#clients.keys()].filter((client) => client.isSlow());
    for (let waited = 0; slow().length > 0; waited += LOOK_AGAIN_MS) {
      if (waited >= this.#limits.slowClientMs || this.#backlog > MAX_BACKLOG) {
        for (const client of slow()) client.dropSlow();
        return;
      }
      await delay(LOOK_AGAIN_MS);
    }
  }

  #publish(event: ChainEvent): void {
    for (const [client, held] of this.#clients) {
      for (const { id, text, query, kind, txHash } of held.values()) {
        if (kind !== undefined && kind !== event.kind) continue;
        if (txHash !== undefined && txHash !== event.txHash) continue;
        if (!matchesEvents(query, event.events)) continue;
        const head = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"query":${JSON.stringify(text)},`;
        if (event.text().length < SHARED_FROM) client.send(`${head}${event.text()}}}`);
        else client.sendShared(head, event.bytes(), "}}");
      }
    }
  }
}
