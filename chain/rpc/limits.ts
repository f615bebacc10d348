/** What one client may cost the node. The numbers are CometBFT's where it has them. */
export interface RpcLimits {
  /** Bytes of a request's body, and of a WebSocket message. */
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  /** Bytes of blocks or transactions that one answer shows; they take more as JSON. */
  readonly maxShownBytes: number;
  /** Bytes of all answers that clients have not read yet. */
  readonly maxUnreadBytes: number;
  /** Requests in one batch. */
  readonly maxBatch: number;
  /** Open HTTP connections; more are refused. */
  readonly maxConnections: number;
  readonly maxWebSockets: number;
  /** Clients that hold subscriptions. */
  readonly maxSubscriptionClients: number;
  readonly maxSubscriptionsPerClient: number;
  /** Bytes that may wait for one WebSocket; from half of them on, events wait for it. */
  readonly maxBufferedBytes: number;
  /** How long events wait for a slow WebSocket before it is dropped. */
  readonly slowClientMs: number;
  /** Requests of one WebSocket that may wait; reading pauses beyond. */
  readonly maxPendingRequests: number;
  readonly pingEveryMs: number;
  /** For a request to come in whole. */
  readonly requestTimeoutMs: number;
  /** For a connection on which nothing moves. */
  readonly idleTimeoutMs: number;
  /** How long `broadcast_tx_commit` waits for a block. */
  readonly commitTimeoutMs: number;
  /** `broadcast_tx_commit` calls that may wait at once. */
  readonly maxCommitWaits: number;
}

export const DEFAULT_LIMITS: RpcLimits = {
  maxBodyBytes: 1_000_000,
  maxHeaderBytes: 16_384,
  maxShownBytes: 32_000_000,
  maxUnreadBytes: 256_000_000,
  maxBatch: 10,
  maxConnections: 900,
  maxWebSockets: 400,
  maxSubscriptionClients: 100,
  maxSubscriptionsPerClient: 5,
  maxBufferedBytes: 4_000_000,
  slowClientMs: 2_000,
  maxPendingRequests: 32,
  pingEveryMs: 27_000,
  requestTimeoutMs: 30_000,
  idleTimeoutMs: 60_000,
  commitTimeoutMs: 10_000,
  maxCommitWaits: 100,
};

export const DEFAULT_PER_PAGE = 30;
export const MAX_PER_PAGE = 100;
