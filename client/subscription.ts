/**
 * New blocks, each once and in order: by WebSocket where there is one, by asking otherwise. It goes on by itself when
 * the node goes and comes back.
 *
 * @module
 */
import { type Block, type CometClient, parseBlock } from "./comet.ts";

/** `live`: pushed; `polling`: asked for; `down`: nobody answers. */
export type ConnectionState = "live" | "polling" | "down";

export interface BlockListener {
  readonly onBlock: (block: Block) => void;
  readonly onState?: (state: ConnectionState) => void;
}

export interface SubscriptionOptions {
  /** How often the node is asked while there is no WebSocket. Default 1,000. */
  readonly pollMs?: number;
  /** Blocks that are fetched one by one after a gap; a longer one is skipped to its end. Default 20. */
  readonly maxCatchUp?: number;
  /** A pushed connection that is silent for so long is asked about: it may be dead without a word. Default 10,000. */
  readonly silenceMs?: number;
  /** The WebSocket to use; by default the browser's. `null`: only ask. */
  readonly webSocket?: WebSocketConstructor | null;
}

export interface Subscription {
  close(): void;
}

interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export type WebSocketConstructor = new (url: string) => Socket;

const MIN_RETRY_MS = 500;
const MAX_RETRY_MS = 15_000;

export function subscribeToBlocks(
  comet: CometClient,
  wsUrl: string,
  listener: BlockListener,
  options: SubscriptionOptions = {},
): Subscription {
  const { pollMs = 1_000, maxCatchUp = 20, silenceMs = 10_000 } = options;
  const WebSocketOrNot =
    options.webSocket === undefined
      ? (globalThis as unknown as { WebSocket?: WebSocketConstructor }).WebSocket
      : (options.webSocket ?? undefined);

  let closed = false;
  let state: ConnectionState | undefined;
  let socket: Socket | undefined;
  let live = false;
  let retryMs = MIN_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Ends the connection that is open, as its own end would. */
  let drop: () => void = () => {};
  /** Height of the block given last; 0 before the first. */
  let last = 0;
  /** Work on blocks runs one after the other, so that none overtakes. */
  let line: Promise<void> = Promise.resolve();

  const setState = (next: ConnectionState): void => {
    if (closed || next === state) return;
    state = next;
    listener.onState?.(next);
  };

  const give = (block: Block): void => {
    if (closed || block.header.height <= last) return;
    last = block.header.height;
    listener.onBlock(block);
  };

  /** Gives every block up to this one; `known` saves asking for the last. */
  const advance = async (height: number, known?: Block): Promise<void> => {
    if (last === 0 || height - last > maxCatchUp) last = height - 1;
    while (!closed && last < height) {
      const next = last + 1;
      give(known?.header.height === next ? known : await comet.block(next));
    }
  };

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    line = line.then(work).catch(() => {
      // The next block or the next question tries again from where we are.
    });
    return line;
  };

  const poll = (): void => {
    if (closed || live) return;
    void enqueue(async () => {
      try {
        const { latestHeight } = await comet.status();
        if (latestHeight > 0) await advance(latestHeight);
        if (!live) setState("polling");
      } catch {
        if (!live) setState("down");
      }
    }).then(() => {
      if (closed || live) return;
      timer = setTimeout(poll, pollMs);
    });
  };

  /** Asks what the silence means: no new block, or no connection. */
  const listen = (): void => {
    clearTimeout(watch);
    if (closed || !live) return;
    watch = setTimeout(() => {
      comet.status().then(
        ({ latestHeight }) => (latestHeight > last ? drop() : listen()),
        () => drop(),
      );
    }, silenceMs);
  };

  const connect = (): void => {
    if (closed || WebSocketOrNot === undefined) return;
    let current: Socket;
    try {
      current = new WebSocketOrNot(wsUrl);
    } catch {
      return;
    }
    socket = current;
    current.onopen = () => {
      current.send(
        JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "subscribe",
          params: { query: "tm.event='NewBlock'" },
        }),
      );
    };
    current.onmessage = ({ data }) => {
      if (closed || typeof data !== "string") return;
      let result: { data?: { value?: unknown } } | undefined;
      try {
        result = (JSON.parse(data) as { result?: { data?: { value?: unknown } } }).result;
      } catch {
        return;
      }
      if (result === undefined) return;
      if (!live) {
        live = true;
        retryMs = MIN_RETRY_MS;
        clearTimeout(timer);
        setState("live");
        void enqueue(async () => advance((await comet.status()).latestHeight));
      }
      listen();
      if (result.data?.value === undefined) return;
      let block: Block;
      try {
        block = parseBlock(result.data.value);
      } catch {
        return;
      }
      void enqueue(() => advance(block.header.height, block));
    };
    // Both may come for one end; only the first counts.
    const ended = (): void => {
      if (socket !== current) return;
      socket = undefined;
      const wasLive = live;
      live = false;
      clearTimeout(watch);
      if (closed) return;
      if (wasLive) poll();
      retry = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    };
    drop = () => {
      ended();
      current.close();
    };
    current.onclose = ended;
    current.onerror = ended;
  };

  connect();
  poll();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(watch);
      clearTimeout(retry);
      const current = socket;
      socket = undefined;
      current?.close();
    },
  };
}
