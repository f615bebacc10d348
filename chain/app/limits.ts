/** What a transaction may be, whatever is in it. */

/** Bytes of a transaction, unless its only message's spec allows more. */
export const MAX_TX_BYTES = 64 * 1024;
export const MAX_MESSAGES = 16;
/** Charged for every transaction, so that gas totals are what clients of other Cosmos chains assume. */
export const FIXED_ANTE_GAS = 25_000;
/** Entries of caches that spare work and decide nothing. */
export const CACHED_TXS = 10_000;
export const CACHED_TX_BYTES = 64 * 1024 * 1024;
/** Transactions of one sender that wait for a block; more are refused. */
export const MAX_PENDING_PER_SENDER = 1000n;
