/** The faucet in CosmJS's protocol, and against who wants more. */
import { addressToBech32 } from "@assay/primitives/address";
import { FaucetClient } from "@cosmjs/faucet-client";
import { afterEach, describe, expect, test } from "vitest";
import type { Daemon } from "../daemon.ts";
import { type FaucetLedger, GrantError, type GrantFault } from "./ledger.ts";
import { type FaucetConfig, runFaucet } from "./main.ts";

const addressOf = (n: number, prefix = "assay", length = 20): string =>
  addressToBech32(new Uint8Array(length).fill(n), prefix);

let faucet: Daemon;
let url: string;
let sent: { to: string; denom: string }[];
let fault: GrantFault | "bug" | undefined;
let holding: Promise<void> | undefined;

async function start(changes: Partial<FaucetConfig> = {}): Promise<void> {
  sent = [];
  fault = undefined;
  holding = undefined;
  const ledger: FaucetLedger = {
    async send(to, denom) {
      await holding;
      if (fault === "bug") throw new Error("secret insides");
      if (fault !== undefined) throw new GrantError(fault, new Error("why"));
      sent.push({ to, denom });
      return "AB".repeat(32);
    },
    async holder() {
      if (fault !== undefined) throw new Error("away");
      return {
        address: addressOf(9),
        balances: [
          { denom: "uassay", amount: "1000" },
          { denom: "uother", amount: "5" },
        ],
      };
    },
  };
  faucet = await runFaucet({
    host: "127.0.0.1",
    port: 0,
    chainId: "assay-devnet",
    bech32Prefix: "assay",
    nodeUrl: "http://127.0.0.1:26657",
    denoms: ["uassay"],
    grantsPerHour: 2,
    ledger,
    ...changes,
  });
  url = `http://127.0.0.1:${faucet.port}`;
}
afterEach(() => faucet.close());

const credit = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/credit`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
async function refusal(response: Response | Promise<Response>): Promise<string> {
  const { status, headers } = await response;
  expect(headers.get("content-type")).toContain("application/json");
  const { error } = (await (await response).json()) as { error: Record<string, string> };
  expect(Object.keys(error)).toEqual(["code", "message", "fix"]);
  return `${status} ${error.code}`;
}

describe("CosmJS's protocol", () => {
  test("credits with what its client sends: JSON, called plain text", async () => {
    await start();
    // As FaucetClient.credit of @cosmjs/faucet-client does: no header of its own.
    const response = await fetch(`${url}/credit`, {
      method: "POST",
      body: JSON.stringify({ address: addressOf(1), denom: "uassay" }),
    });
    expect([response.status, await response.text()]).toEqual([200, "ok"]);
    expect(response.headers.get("x-transaction-hash")).toBe("AB".repeat(32));
    expect((await credit({ address: addressOf(2, "assay", 32), denom: "uassay" })).status).toBe(200);
    expect((await credit({ address: addressOf(3) })).status).toBe(200);
    expect(sent.map(({ denom }) => denom)).toEqual(["uassay", "uassay", "uassay"]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("faucet_grants_total 3");
  });

  test("credits by CosmJS's own client, which says nothing where it was refused", async () => {
    await start();
    for (const base of [url, `${url}/`]) await new FaucetClient(base).credit(addressOf(4), "uassay");
    await new FaucetClient(url).credit(addressOf(4), "uassay");
    await new FaucetClient(url).credit(addressOf(5), "uother");
    expect(sent).toEqual(Array.from({ length: 2 }, () => ({ to: addressOf(4), denom: "uassay" })));
  });

  test("tells its state", async () => {
    await start();
    expect(await (await fetch(`${url}/status`)).json()).toEqual({
      status: "ok",
      nodeUrl: "http://127.0.0.1:26657",
      chainId: "assay-devnet",
      chainTokens: ["uassay"],
      availableTokens: ["uassay"],
      holder: {
        address: addressOf(9),
        balance: [
          { denom: "uassay", amount: "1000" },
          { denom: "uother", amount: "5" },
        ],
      },
      distributors: [],
    });
    expect((await fetch(`${url}/`)).status).toBe(200);
    fault = "away";
    expect(await refusal(fetch(`${url}/status`))).toBe("503 ledger_away");
  });
});

describe("requests that are none", () => {
  const good = addressOf(1);
  test.each<[string, unknown, string]>([
    ["no JSON", "{", "400 bad_request"],
    ["nothing", "", "400 bad_request"],
    ["null", "null", "400 bad_address"],
    ["a list", "[]", "400 bad_address"],
    ["a prototype", '{"__proto__": {"address": 1}}', "400 bad_request"],
    ["no address", { denom: "uassay" }, "400 bad_address"],
    ["a number", { address: 1 }, "400 bad_address"],
    ["an empty one", { address: "" }, "400 bad_address"],
    ["another chain's", { address: addressOf(1, "cosmos") }, "400 bad_address"],
    ["upper case", { address: good.toUpperCase() }, "400 bad_address"],
    [
      "a wrong checksum",
      { address: `${good.slice(0, -1)}${good.endsWith("q") ? "p" : "q"}` },
      "400 bad_address",
    ],
    ["spaces", { address: ` ${good}` }, "400 bad_address"],
    ["another denom", { address: good, denom: "uatom" }, "422 bad_denom"],
    ["the display denom", { address: good, denom: "ASSAY" }, "422 bad_denom"],
    ["a denom of another type", { address: good, denom: ["uassay"] }, "422 bad_denom"],
    ["too much", { address: "x".repeat(5_000) }, "413 too_large"],
  ])("%s", async (_what, body, expected) => {
    await start();
    expect(await refusal(credit(body))).toBe(expected);
    expect(sent).toEqual([]);
  });

  test("GET /credit", async () => {
    await start();
    const response = await fetch(`${url}/credit`);
    expect(response.headers.get("allow")).toBe("POST");
    expect(await refusal(response)).toBe("405 bad_method");
  });
});

describe("limits", () => {
  test("an address gets so much an hour, from wherever it asks", async () => {
    await start();
    for (let i = 0; i < 2; i++) {
      expect((await credit({ address: addressOf(1) }, { "x-forwarded-for": `203.0.113.${i}` })).status).toBe(
        200,
      );
    }
    const refused = await credit({ address: addressOf(1) }, { "x-forwarded-for": "203.0.113.9" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_000);
    expect(await refusal(refused)).toBe("429 too_many_grants");
    expect((await credit({ address: addressOf(2) })).status).toBe(200);
  });

  test("a remote gets so much an hour, for however many addresses", async () => {
    await start({ grantsPerHourOfRemote: 3 });
    const from = (ip: string, n: number) => credit({ address: addressOf(n) }, { "x-forwarded-for": ip });
    for (let i = 1; i <= 3; i++) expect((await from("2001:db8::1", i)).status).toBe(200);
    expect(await refusal(from("2001:db8::ffff:1", 4))).toBe("429 too_many_grants");
    expect((await from("2001:db8:0:1::1", 4)).status).toBe(200);
  });

  test("all together get so much an hour", async () => {
    await start({ grantsPerHourOfAll: 2 });
    for (let i = 1; i <= 2; i++) {
      expect((await credit({ address: addressOf(i) }, { "x-forwarded-for": `203.0.113.${i}` })).status).toBe(
        200,
      );
    }
    expect(await refusal(credit({ address: addressOf(3) }, { "x-forwarded-for": "203.0.113.3" }))).toBe(
      "429 too_many_grants",
    );
  });

  test("many at once get no more than one after the other", async () => {
    await start();
    let go!: () => void;
    holding = new Promise((resolve) => {
      go = resolve;
    });
    const all = Array.from({ length: 6 }, () => credit({ address: addressOf(1) }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    go();
    const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 429, 429, 429, 429]);
    expect(sent).toHaveLength(2);
  });
});

describe("a grant that fails", () => {
  test.each<[GrantFault | "bug", string]>([
    ["empty", "503 faucet_empty"],
    ["away", "503 ledger_away"],
    ["recipient", "422 bad_recipient"],
    ["bug", "500 failed"],
  ])("%s: %s, and does not count", async (why, expected) => {
    await start();
    for (let i = 0; i < 4; i++) {
      fault = why;
      expect(await refusal(credit({ address: addressOf(1) }))).toBe(expected);
    }
    fault = undefined;
    expect((await credit({ address: addressOf(1) })).status).toBe(200);
  });

  test("and may yet be paid counts", async () => {
    await start({ grantsPerHour: 1 });
    fault = "unknown";
    expect(await refusal(credit({ address: addressOf(1) }))).toBe("503 not_included");
    fault = undefined;
    expect(await refusal(credit({ address: addressOf(1) }))).toBe("429 too_many_grants");
  });

  test("for want of coins shows in its health until one is paid", async () => {
    await start();
    fault = "empty";
    await credit({ address: addressOf(1) });
    const ill = await fetch(`${url}/healthz`);
    expect([ill.status, await ill.json()]).toEqual([
      503,
      { ok: false, fault: "The faucet has no coins left" },
    ]);
    fault = undefined;
    await credit({ address: addressOf(1) });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

test("a grant under way is finished before it closes", async () => {
  await start();
  let go!: () => void;
  holding = new Promise((resolve) => {
    go = resolve;
  });
  const asked = credit({ address: addressOf(1) });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = faucet.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  go();
  expect((await asked).status).toBe(200);
  await closed;
});
