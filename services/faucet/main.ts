/**
 * The faucet, in CosmJS's protocol: `POST /credit {address, denom}` answers `ok`, `GET /status` tells what it has. An
 * address and a remote get a bounded number of grants an hour; the rest is refused with 429 and the time to wait.
 *
 * @module
 */

import { addressFromBech32 } from "@assay/primitives/address";
import rateLimit from "@fastify/rate-limit";
import { Counter } from "prom-client";
import { type Daemon, serviceLogger } from "../daemon.ts";
import { HttpError } from "../http-error.ts";
import { httpService } from "../http-service.ts";
import { remoteKey } from "../remote.ts";
import { GrantLimit } from "./grant-limit.ts";
import { type FaucetLedger, GrantError, type GrantFault } from "./ledger.ts";

export interface FaucetConfig {
  readonly host: string;
  readonly port: number;
  readonly chainId: string;
  readonly bech32Prefix: string;
  /** Told in `/status`, as CosmJS's faucet does. */
  readonly nodeUrl: string;
  /** The first is given where none is asked for. */
  readonly denoms: readonly string[];
  /** Grants an address may take in an hour. */
  readonly grantsPerHour: number;
  /** Grants that one remote address (IPv6: /64) may cause in an hour. Default 200. */
  readonly grantsPerHourOfRemote?: number;
  /** Grants of all together in an hour: what the faucet may lose. Default 1,000. */
  readonly grantsPerHourOfAll?: number;
  readonly ledger: FaucetLedger;
}

/** Grants that wait for a block at once: below the transactions that a node lets one account have pending. */
const MAX_UNDER_WAY = 200;
const BODY_BYTES = 4_096;

const FAULTS: Readonly<Record<GrantFault, () => HttpError>> = {
  empty: () =>
    new HttpError(503, "faucet_empty", "The faucet has no coins left", "Ask its operator to fill it up"),
  recipient: () =>
    new HttpError(422, "bad_recipient", "This is a module's account, which takes no coins", "Use your own"),
  away: () => new HttpError(503, "ledger_away", "The ledger does not answer", "Try again in a moment"),
  unknown: () =>
    new HttpError(
      503,
      "not_included",
      "The grant was sent, and no block holds it yet",
      "Look at the balance before you ask again",
    ),
};

export async function runFaucet(config: FaucetConfig): Promise<Daemon> {
  const logger = serviceLogger("faucet");
  const ofAll = config.grantsPerHourOfAll ?? 1_000;
  const byAddress = new GrantLimit(config.grantsPerHour, ofAll);
  const byRemote = new GrantLimit(config.grantsPerHourOfRemote ?? 200, ofAll);
  let underWay = 0;
  let fault: string | undefined;
  const service = httpService({
    logger,
    health: () => fault,
    bodyLimit: BODY_BYTES,
    requestTimeoutMs: 10_000,
    // A grant is answered once it is in a block.
    idleTimeoutMs: 120_000,
  });
  const { http, metrics } = service;
  const granted = new Counter({ name: "faucet_grants_total", help: "Grants paid", registers: [metrics] });

  await http.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    keyGenerator: (request) => remoteKey(request.ip),
    errorResponseBuilder: (_request, { after }) =>
      new HttpError(429, "too_many_requests", "Too many requests from your address", `Try again in ${after}`),
  });
  // CosmJS's client sends JSON as text/plain.
  const parseJson = http.getDefaultJsonParser("error", "error");
  http.removeAllContentTypeParsers();
  http.addContentTypeParser<string>("*", { parseAs: "string" }, parseJson);

  http.get("/", async (_request, reply) =>
    reply.type("text/plain").send('POST {"address", "denom"} to /credit for coins; see /status\n'),
  );
  http.get("/status", { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async () => {
    const { address, balances } = await config.ledger.holder().catch((error) => {
      logger.warn({ why: String(error) }, "the ledger does not answer");
      throw FAULTS.away();
    });
    return {
      status: "ok",
      nodeUrl: config.nodeUrl,
      chainId: config.chainId,
      chainTokens: config.denoms,
      availableTokens: balances.map(({ denom }) => denom).filter((denom) => config.denoms.includes(denom)),
      holder: { address, balance: balances },
      distributors: [],
    };
  });

  function parseCredit(body: unknown): { address: string; denom: string } {
    const { address, denom = config.denoms[0] } = (body ?? {}) as { address?: unknown; denom?: unknown };
    if (typeof address !== "string" || addressFromBech32(address, config.bech32Prefix) === undefined) {
      throw new HttpError(
        400,
        "bad_address",
        `"address" must be an address that begins with ${config.bech32Prefix}1`,
        "Copy it from the wallet",
      );
    }
    if (typeof denom !== "string" || !config.denoms.includes(denom)) {
      throw new HttpError(
        422,
        "bad_denom",
        `This faucet gives ${config.denoms.join(", ")}`,
        "Name one of them in base units",
      );
    }
    return { address, denom };
  }

  http.post(
    "/credit",
    { config: { rateLimit: { max: 600, timeWindow: 60_000 } } },
    async (request, reply) => {
      const { address, denom } = parseCredit(request.body);
      const remote = remoteKey(request.ip);
      const now = Date.now();
      const waitMs = Math.max(byAddress.waitMs(address, now), byRemote.waitMs(remote, now));
      if (waitMs > 0) {
        void reply.header("retry-after", Math.ceil(waitMs / 1000));
        throw new HttpError(
          429,
          "too_many_grants",
          `An address gets ${config.grantsPerHour} grants an hour, and you have had yours`,
          `Try again in ${Math.ceil(waitMs / 60_000)} minutes`,
        );
      }
      if (underWay >= MAX_UNDER_WAY) {
        void reply.header("retry-after", 10);
        throw new HttpError(503, "busy", "Too many grants are under way", "Try again in a moment");
      }
      const takeBack = [byAddress.take(address, now), byRemote.take(remote, now)];
      underWay++;
      try {
        const hash = await config.ledger.send(address, denom);
        granted.inc();
        fault = undefined;
        logger.info({ to: address, denom, hash }, "granted");
        void reply.header("x-transaction-hash", hash);
      } catch (error) {
        const why = error instanceof GrantError ? error.fault : undefined;
        // What was sent may be paid yet.
        if (why !== "unknown") for (const undo of takeBack) undo();
        if (why === undefined) throw error;
        const told = FAULTS[why]();
        if (told.status === 503) {
          fault = told.message;
          logger.error({ err: error }, "grant failed");
        }
        throw told;
      } finally {
        underWay--;
      }
      return reply.type("text/plain").send("ok");
    },
  );

  const port = await service.listen(config.host, config.port);
  logger.info({ port }, "faucet listens");
  return { port, close: () => service.close() };
}
