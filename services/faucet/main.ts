/**
 * The faucet, in CosmJS's protocol: `POST /credit {address, denom}` answers `ok`, `GET /health`, `GET /status`. Each
 * address gets a bounded number of grants an hour; the rest is refused with 429 and the time to wait.
 *
 * @module
 */
import { addressFromBech32 } from "@assay/primitives/address";
import { Counter } from "prom-client";
import { type Daemon, HttpError, httpService, serviceLogger } from "../daemon.ts";

/** What the faucet asks of the ledger. */
export interface FaucetLedger {
  /** Sends the grant; resolves with the transaction's hash once it is in a block. */
  send(to: string, denom: string): Promise<string>;
  holder(): Promise<{
    readonly address: string;
    readonly balances: readonly { denom: string; amount: string }[];
  }>;
}

export interface FaucetConfig {
  readonly host: string;
  readonly port: number;
  readonly chainId: string;
  readonly bech32Prefix: string;
  readonly nodeUrl: string;
  readonly denoms: readonly string[];
  /** Grants an address may take in an hour. */
  readonly grantsPerHour: number;
  readonly ledger: FaucetLedger;
}

const HOUR_MS = 3_600_000;
/** Addresses whose grants are remembered: the oldest goes first, so that memory has an end. */
const REMEMBERED = 10_000;

/** Counts grants an address took within the last hour. */
export class GrantLimit {
  readonly #times = new Map<string, number[]>();
  readonly #perHour: number;

  constructor(perHour: number) {
    this.#perHour = perHour;
  }

  /** Milliseconds to wait; 0 where a grant is free, which is then counted. */
  take(address: string, nowMs: number): number {
    const recent = (this.#times.get(address) ?? []).filter((time) => nowMs - time < HOUR_MS);
    if (recent.length >= this.#perHour) return recent[0]! + HOUR_MS - nowMs;
    this.#times.delete(address);
    this.#times.set(address, [...recent, nowMs]);
    if (this.#times.size > REMEMBERED) this.#times.delete(this.#times.keys().next().value!);
    return 0;
  }

  /** Gives a grant back that could not be paid. */
  giveBack(address: string): void {
    this.#times.get(address)?.pop();
  }
}

export async function runFaucet(config: FaucetConfig): Promise<Daemon> {
  const logger = serviceLogger("faucet");
  const limit = new GrantLimit(config.grantsPerHour);
  const { http, metrics } = httpService(logger, () => undefined, 4096);
  const granted = new Counter({ name: "faucet_grants_total", help: "Grants paid", registers: [metrics] });

  http.get("/health", async (_request, reply) => reply.type("text/plain").send("ok"));
  http.get("/status", async () => {
    const holder = await config.ledger.holder();
    return {
      status: "ok",
      nodeUrl: config.nodeUrl,
      chainId: config.chainId,
      chainTokens: config.denoms,
      availableTokens: holder.balances.filter((c) => config.denoms.includes(c.denom)).map((c) => c.denom),
      holder: { address: holder.address, balances: holder.balances },
      distributors: [],
    };
  });

  http.post("/credit", async (request, reply) => {
    const body = (request.body ?? {}) as { address?: unknown; denom?: unknown };
    if (
      typeof body.address !== "string" ||
      addressFromBech32(body.address, config.bech32Prefix) === undefined
    ) {
      throw new HttpError(
        400,
        "bad_address",
        `"address" must be a ${config.bech32Prefix} address`,
        "Copy it from the wallet",
      );
    }
    const denom = body.denom ?? config.denoms[0];
    if (typeof denom !== "string" || !config.denoms.includes(denom)) {
      throw new HttpError(
        422,
        "bad_denom",
        `This faucet gives ${config.denoms.join(", ")}`,
        "Name one of them",
      );
    }
    const waitMs = limit.take(body.address, Date.now());
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      void reply.header("retry-after", seconds);
      throw new HttpError(
        429,
        "too_many_grants",
        `${config.grantsPerHour} grants an hour for one address`,
        `Try again in ${Math.ceil(seconds / 60)} minutes`,
      );
    }
    try {
      const hash = await config.ledger.send(body.address, denom);
      granted.inc();
      logger.info({ to: body.address, denom, hash }, "granted");
    } catch (error) {
      limit.giveBack(body.address);
      logger.error({ err: error }, "grant failed");
      throw new HttpError(503, "grant_failed", "The grant could not be sent", "Try again in a moment");
    }
    return reply.type("text/plain").send("ok");
  });

  await http.listen({ host: config.host, port: config.port });
  const address = http.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  logger.info({ port }, "faucet listens");
  return { port, close: () => http.close() };
}
