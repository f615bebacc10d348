/** The HTTP routes of a real node, as a wallet, an explorer and a stranger ask them. */
import { readFileSync } from "node:fs";
import { TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { SigningStargateClient } from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a page does
type Answered = any;

let chain: TestNode;
let base: string;
let alice: string;
let sent: { hash: string; height: number; bytes: Uint8Array };

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answered;
}

async function ask(path: string, init: RequestInit = {}): Promise<Asked> {
  const response = await fetch(base + path, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

const get = async (path: string): Promise<Answered> => {
  const { status, body } = await ask(path);
  expect([path, status, body.message]).toEqual([path, 200, body.message]);
  return body;
};

const post = (path: string, body: unknown): Promise<Asked> =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

async function signed(amount: string): Promise<Uint8Array> {
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(chain.mnemonic("alice"), { prefix: "assay" });
  const client = await SigningStargateClient.connectWithSigner(chain.rpcUrl, wallet);
  const message = {
    typeUrl: "/cosmos.bank.v1beta1.MsgSend",
    value: { fromAddress: alice, toAddress: chain.address("bob"), amount: [{ denom: "uassay", amount }] },
  };
  const fee = { amount: [{ denom: "uassay", amount: "5000" }], gas: "200000" };
  const raw = await client.sign(alice, [message], fee, "hello");
  client.disconnect();
  return TxRaw.toBytes(TxRaw.fromPartial(raw));
}

beforeAll(async () => {
  chain = await startTestNode();
  base = `http://127.0.0.1:${chain.node.webPort}`;
  alice = chain.address("alice");
  await chain.node.nextBlock();
  const bytes = await signed("7");
  const { body } = await post("/cosmos/tx/v1beta1/txs", {
    tx_bytes: Buffer.from(bytes).toString("base64"),
    mode: "BROADCAST_MODE_BLOCK",
  });
  expect(body.tx_response).toMatchObject({ code: 0, raw_log: "" });
  sent = { hash: body.tx_response.txhash, height: Number(body.tx_response.height), bytes };
});

afterAll(() => chain?.close());

describe("what Keplr asks", () => {
  it("node_info names the network", async () => {
    const info = await get("/cosmos/base/tendermint/v1beta1/node_info");
    expect(info.default_node_info).toMatchObject({
      network: chain.node.chainId,
      version: "0.38.25",
      protocol_version: { p2p: "8", block: "11", app: "1" },
      other: { tx_index: "on" },
    });
    expect(info.application_version).toMatchObject({ name: "assay", build_deps: [] });
  });

  it("an account with its sequence, and its key once it has signed", async () => {
    const { account } = await get(`/cosmos/auth/v1beta1/accounts/${alice}`);
    expect(account).toMatchObject({
      "@type": "/cosmos.auth.v1beta1.BaseAccount",
      address: alice,
      sequence: "1",
      pub_key: {
        "@type": "/cosmos.crypto.secp256k1.PubKey",
        key: expect.stringMatching(/^[A-Za-z0-9+/]{44}$/),
      },
    });
    const { account: bob } = await get(`/cosmos/auth/v1beta1/accounts/${chain.address("bob")}`);
    expect(bob.pub_key).toBeNull();
  });

  it("balances in pages as it asks for them", async () => {
    const { balances, pagination } = await get(
      `/cosmos/bank/v1beta1/balances/${alice}?pagination.limit=1000`,
    );
    expect(balances).toEqual([{ denom: "uassay", amount: expect.stringMatching(/^\d+$/) }]);
    expect(pagination).toEqual({ next_key: null, total: "0" });
    const one = await get(`/cosmos/bank/v1beta1/spendable_balances/${alice}/by_denom?denom=uassay`);
    expect(one.balance).toEqual(balances[0]);
  });

  it("its probe of spendable_balances with an address that is none", async () => {
    const { status, body } = await ask("/cosmos/bank/v1beta1/spendable_balances/test");
    expect([status, body.code, body.details]).toEqual([400, 3, []]);
  });

  it("simulates with one empty signature", async () => {
    const bytes = await signed("8");
    const unsigned = TxRaw.toBytes({ ...TxRaw.fromBytes(bytes), signatures: [new Uint8Array(0)] });
    const { status, body } = await post("/cosmos/tx/v1beta1/simulate", {
      tx_bytes: Buffer.from(unsigned).toString("base64"),
    });
    expect(status).toBe(200);
    expect(Number(body.gas_info.gas_used)).toBeGreaterThan(40_000);
    expect(body.result.msg_responses).toEqual([{ "@type": "/cosmos.bank.v1beta1.MsgSendResponse" }]);
  });

  it("sends, and is told what CheckTx says", async () => {
    const tx_bytes = Buffer.from(await signed("9")).toString("base64");
    const first = await post("/cosmos/tx/v1beta1/txs", { tx_bytes, mode: "BROADCAST_MODE_SYNC" });
    expect(first.body.tx_response).toMatchObject({
      height: "0",
      code: 0,
      txhash: expect.stringMatching(/^[0-9A-F]{64}$/),
      logs: [],
      tx: null,
    });
    const again = await post("/cosmos/tx/v1beta1/txs", { tx_bytes, mode: 2 });
    expect([19, 32]).toContain(again.body.tx_response.code);
    const async = await post("/cosmos/tx/v1beta1/txs", { txBytes: tx_bytes, mode: "BROADCAST_MODE_ASYNC" });
    expect(async.body.tx_response).toMatchObject({ code: 0, txhash: first.body.tx_response.txhash });
    const bad = await post("/cosmos/tx/v1beta1/txs", { tx_bytes: "AAAA", mode: "BROADCAST_MODE_SYNC" });
    expect(bad.body.tx_response).toMatchObject({ code: 2, codespace: "sdk" });
  });
});

describe("transactions", () => {
  it("by hash, either case", async () => {
    for (const hash of [sent.hash, sent.hash.toLowerCase()]) {
      const { tx, tx_response } = await get(`/cosmos/tx/v1beta1/txs/${hash}`);
      expect(tx_response).toMatchObject({
        txhash: sent.hash,
        height: String(sent.height),
        code: 0,
        timestamp: expect.stringMatching(/^2\d{3}-.*Z$/),
        tx: { "@type": "/cosmos.tx.v1beta1.Tx", body: tx.body },
      });
      expect(tx.body).toMatchObject({
        memo: "hello",
        messages: [{ "@type": "/cosmos.bank.v1beta1.MsgSend", from_address: alice }],
      });
      expect(tx.auth_info.signer_infos[0]).toMatchObject({
        mode_info: { single: { mode: "SIGN_MODE_DIRECT" } },
        public_key: { "@type": "/cosmos.crypto.secp256k1.PubKey" },
      });
      expect(tx_response.events.map(({ type }: { type: string }) => type)).toContain("transfer");
    }
    const absent = await ask(`/cosmos/tx/v1beta1/txs/${"ab".repeat(32)}`);
    expect([absent.status, absent.body]).toEqual([
      404,
      { code: 5, message: `tx not found: ${"ab".repeat(32)}`, details: [] },
    ]);
    expect((await ask("/cosmos/tx/v1beta1/txs/nonsense")).status).toBe(400);
  });

  it("by events, old words and new, in either order", async () => {
    const query = encodeURIComponent(`message.sender='${alice}' AND tx.height=${sent.height}`);
    const found = await get(`/cosmos/tx/v1beta1/txs?query=${query}&order_by=ORDER_BY_DESC&limit=1&page=1`);
    expect([found.total, found.pagination.total]).toEqual(["1", "1"]);
    expect(found.tx_responses[0].txhash).toBe(sent.hash);
    expect(found.txs[0].body.memo).toBe("hello");
    const old = await get(
      `/cosmos/tx/v1beta1/txs?events=${encodeURIComponent(`message.sender='${alice}'`)}` +
        `&events=${encodeURIComponent(`tx.height=${sent.height}`)}&pagination.limit=5&order_by=2`,
    );
    expect(old.tx_responses[0].txhash).toBe(sent.hash);
    expect((await ask("/cosmos/tx/v1beta1/txs")).body).toMatchObject({
      code: 3,
      message: "query cannot be empty",
    });
    const wrong = await ask("/cosmos/tx/v1beta1/txs?query=oops(");
    expect([wrong.status, wrong.body.code]).toEqual([400, 3]);
  });

  it("of a block", async () => {
    const { txs, block, block_id, pagination } = await get(`/cosmos/tx/v1beta1/txs/block/${sent.height}`);
    expect(txs).toHaveLength(1);
    expect(block.data.txs).toEqual([Buffer.from(sent.bytes).toString("base64")]);
    expect([pagination.total, block_id.hash.length]).toEqual(["1", 44]);
  });

  it("decoded, and encoded to the same bytes", async () => {
    const tx_bytes = Buffer.from(sent.bytes).toString("base64");
    const { body } = await post("/cosmos/tx/v1beta1/decode", { tx_bytes });
    expect(body.tx.body.messages[0].to_address).toBe(chain.address("bob"));
    expect((await post("/cosmos/tx/v1beta1/encode", body)).body).toEqual({ tx_bytes });
  });
});

describe("blocks and validators", () => {
  it("the newest and an older one, the proposer in text too", async () => {
    const latest = await get("/cosmos/base/tendermint/v1beta1/blocks/latest");
    expect(Number(latest.block.header.height)).toBeGreaterThanOrEqual(sent.height);
    const one = await get(`/cosmos/base/tendermint/v1beta1/blocks/${sent.height}`);
    expect(one.block.header).toMatchObject({ chain_id: chain.node.chainId, height: String(sent.height) });
    expect(one.block.header.proposer_address).toMatch(/^[A-Za-z0-9+/]{27}=$/);
    expect(one.sdk_block.header.proposer_address).toMatch(/^assayvalcons1/);
    expect(one.block.last_commit.signatures[0].block_id_flag).toBe("BLOCK_ID_FLAG_COMMIT");
    expect((await ask("/cosmos/base/tendermint/v1beta1/blocks/999999")).status).toBe(400);
    expect((await ask("/cosmos/base/tendermint/v1beta1/blocks/x")).body).toMatchObject({ code: 3 });
  });

  it("validator sets in pages", async () => {
    const all = await get("/cosmos/base/tendermint/v1beta1/validatorsets/latest");
    expect(all.validators[0]).toMatchObject({
      address: expect.stringMatching(/^assayvalcons1/),
      pub_key: { "@type": "/cosmos.crypto.ed25519.PubKey" },
      voting_power: expect.stringMatching(/^\d+$/),
    });
    const first = await get(
      "/cosmos/base/tendermint/v1beta1/validatorsets/1?pagination.limit=1&pagination.count_total=true",
    );
    expect(first.validators).toHaveLength(1);
    expect(first.pagination.total).toBe(String(all.validators.length));
  });

  it("syncing, status, config, abci_query", async () => {
    expect(await get("/cosmos/base/tendermint/v1beta1/syncing")).toEqual({ syncing: false });
    expect(await get("/cosmos/base/node/v1beta1/config")).toMatchObject({
      minimum_gas_price: expect.stringMatching(/^[\d.]+uassay$/),
      halt_height: "0",
    });
    expect(Number((await get("/cosmos/base/node/v1beta1/status")).height)).toBeGreaterThan(0);
    expect((await get("/cosmos/consensus/v1/params")).params).toMatchObject({
      block: { max_gas: "100000000" },
      evidence: { max_age_duration: expect.stringMatching(/^\d+s$/) },
    });
    const path = encodeURIComponent("/app/version");
    const answer = await get(`/cosmos/base/tendermint/v1beta1/abci_query?path=${path}`);
    expect(Buffer.from(answer.value, "base64").toString()).toMatch(/^\d+\.\d+/);
    const unknown = await get("/cosmos/base/tendermint/v1beta1/abci_query?path=/nothing");
    expect([unknown.code, unknown.codespace]).toEqual([6, "sdk"]);
  });
});

describe("auth and bank", () => {
  it("the rest of what an explorer asks", async () => {
    expect((await get("/cosmos/auth/v1beta1/params")).params.tx_sig_limit).toBe("7");
    expect((await get("/cosmos/auth/v1beta1/bech32")).bech32_prefix).toBe("assay");
    const { accounts } = await get("/cosmos/auth/v1beta1/module_accounts");
    expect(accounts.map(({ name }: { name: string }) => name)).toContain("data");
    expect((await get("/cosmos/auth/v1beta1/module_accounts/data")).account).toMatchObject({
      "@type": "/cosmos.auth.v1beta1.ModuleAccount",
      base_account: { sequence: "0" },
    });
    expect((await ask("/cosmos/auth/v1beta1/module_accounts/none")).status).toBe(404);
    const page = await get("/cosmos/auth/v1beta1/accounts?pagination.limit=2&pagination.count_total=true");
    const next = encodeURIComponent(page.pagination.next_key);
    const rest = await get(`/cosmos/auth/v1beta1/accounts?pagination.key=${next}`);
    expect(page.accounts.length + rest.accounts.length).toBe(Number(page.pagination.total));
    const { address_bytes } = await get(`/cosmos/auth/v1beta1/bech32/${alice}`);
    expect(Buffer.from(address_bytes, "base64")).toHaveLength(20);
    expect((await get(`/cosmos/auth/v1beta1/account_info/${alice}`)).info.address).toBe(alice);
    expect((await get("/cosmos/bank/v1beta1/supply")).supply[0].denom).toBe("uassay");
    expect((await get("/cosmos/bank/v1beta1/supply/by_denom?denom=uassay")).amount.denom).toBe("uassay");
    expect((await get("/cosmos/bank/v1beta1/params")).params.default_send_enabled).toBe(true);
    expect((await get("/cosmos/bank/v1beta1/denoms_metadata/uassay")).metadata.display).toBe("assay");
    expect(
      (await get("/cosmos/bank/v1beta1/denoms_metadata_by_query_string?denom=uassay")).metadata.base,
    ).toBe("uassay");
    const absent = await ask("/cosmos/bank/v1beta1/denoms_metadata/ibc/ABCDEF");
    expect([absent.status, absent.body.code]).toEqual([404, 5]);
  });

  it("an account that is not there", async () => {
    const { address } = (await get("/cosmos/auth/v1beta1/module_accounts/data")).account.base_account;
    const bytes = "assay1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqz6fsqe";
    const { status, body } = await ask(`/cosmos/auth/v1beta1/accounts/${bytes}`);
    expect([400, 404]).toContain(status);
    expect(body.details).toEqual([]);
    expect((await get(`/cosmos/bank/v1beta1/balances/${address}`)).balances).toEqual([]);
  });

  it("the state of an older height, by header or parameter", async () => {
    const path = `/cosmos/bank/v1beta1/balances/${alice}/by_denom?denom=uassay`;
    const before = await ask(`${path}&height=${sent.height - 1}`);
    const after = await ask(path, { headers: { "x-cosmos-block-height": String(sent.height) } });
    expect(before.headers.get("x-cosmos-block-height")).toBe(String(sent.height - 1));
    expect(after.headers.get("x-cosmos-block-height")).toBe(String(sent.height));
    expect(BigInt(before.body.balance.amount) - BigInt(after.body.balance.amount)).toBe(5007n);
    const future = await ask(path, { headers: { "x-cosmos-block-height": "99999999" } });
    expect([future.status, future.body.code]).toEqual([400, 3]);
    expect((await ask(`${path}&height=-1`)).status).toBe(400);
  });
});

describe("our own modules", () => {
  it("ids in lower hex in the path", async () => {
    expect(await get("/assay/data/v1/datasets")).toEqual({
      datasets: [],
      pagination: { next_key: null, total: "0" },
    });
    const { status, body } = await ask(`/assay/data/v1/datasets/${"0a".repeat(32)}`);
    expect([status, body.code]).toEqual([404, 5]);
    expect((await ask("/assay/data/v1/datasets/xyz")).status).toBe(400);
    const wrong = await ask("/assay/data/v1/datasets?status=NOT_A_STATUS");
    expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringContaining("DATASET_STATUS_")]);
    await get(`/assay/data/v1/accounts/${alice}/positions`);
    await get(`/assay/data/v1/positions?dataset_id=${"00".repeat(32)}`);
    expect((await get("/assay/staking/v1/validators")).validators.length).toBeGreaterThan(0);
    expect((await get("/assay/chain/v1/info")).info.chain_id).toBe(chain.node.chainId);
  });
});

describe("the guide", () => {
  it("asks for what is there", async () => {
    const page = readFileSync(new URL("../../docs/guide/http.md", import.meta.url), "utf8");
    const lines = [...page.matchAll(/^curl http:\/\/127\.0\.0\.1:1317(\S+)(?: --json '(.+)')?$/gm)];
    expect(lines.length).toBe(page.split("\ncurl ").length - 1);
    for (const [, path, json] of lines) {
      const plain = path!.replaceAll("\\&", "&");
      const { status } = json === undefined ? await ask(plain) : await post(plain, json);
      expect([plain, status]).toEqual([plain, 200]);
    }
  });
});

describe("strangers", () => {
  it.each([
    "/cosmos/staking/v1beta1/validators",
    "/cosmos/gov/v1/proposals",
    "/cosmos/distribution/v1beta1/community_pool",
    "/cosmos/mint/v1beta1/inflation",
    "/cosmos/slashing/v1beta1/params",
    "/ibc/core/channel/v1/channels",
    "/osmosis/txfees/v1beta1/cur_eip_base_fee",
    "/feemarket/v1/gas_prices/uassay",
    "/cosmwasm/wasm/v1/contract/x",
  ])("%s: of a module that this chain has not", async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([501, { code: 12, message: "Not Implemented", details: [] }]);
  });

  it("other origins may call, and are told the height", async () => {
    const { headers } = await ask("/cosmos/auth/v1beta1/params", {
      headers: { origin: "https://wallet.example" },
    });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("x-cosmos-block-height");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    const preflight = await ask("/cosmos/tx/v1beta1/txs", {
      method: "OPTIONS",
      headers: { origin: "https://wallet.example", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("content-type");
    const page = await fetch(`${base}/`);
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
  });

  const deep = "[".repeat(50_000);
  it.each([
    ["/cosmos/bank/v1beta1/balances/%ff", undefined],
    ["/cosmos/bank/v1beta1/balances/%00", undefined],
    [`/cosmos/bank/v1beta1/balances/${"a".repeat(5000)}`, undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.limit=-1", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.limit=1e3", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.limit=99999999999999999999999", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.offset=18446744073709551615", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.key=%%%", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination=1", undefined],
    ["/cosmos/auth/v1beta1/accounts?pagination.limit.x=1", undefined],
    [`/cosmos/auth/v1beta1/accounts?${"a=1&".repeat(2000)}`, undefined],
    ["/cosmos/base/tendermint/v1beta1/blocks/-1", undefined],
    ["/cosmos/base/tendermint/v1beta1/blocks/9223372036854775808", undefined],
    ["/cosmos/base/tendermint/v1beta1/abci_query?path=/store/bank/key&data=AAAA&height=-5", undefined],
    ["/cosmos/tx/v1beta1/txs?query=tx.height%3E0&page=18446744073709551615", undefined],
    ["/cosmos/tx/v1beta1/simulate", "{"],
    ["/cosmos/tx/v1beta1/simulate", "null"],
    ["/cosmos/tx/v1beta1/simulate", "[]"],
    ["/cosmos/tx/v1beta1/simulate", deep],
    ["/cosmos/tx/v1beta1/simulate", '{"tx_bytes":"***"}'],
    ["/cosmos/tx/v1beta1/simulate", '{"tx_bytes":"AAAA"}'],
    ["/cosmos/tx/v1beta1/simulate", '{"unknown":1}'],
    ["/cosmos/tx/v1beta1/encode", '{"tx":{"body":{"memo":"\\ud800"}}}'],
    ["/cosmos/tx/v1beta1/encode", '{"tx":{"body":{"messages":[{"@type":"/no.such.Type","a":1}]}}}'],
    ["/cosmos/tx/v1beta1/decode", '{"tx_bytes":"/////w=="}'],
    ["/cosmos/tx/v1beta1/txs", '{"tx_bytes":"AAAA","mode":99999999999}'],
    ["/cosmos/tx/v1beta1/txs", '{"tx_bytes":"AAAA"}'],
    ["/cosmos/tx/v1beta1/txs", '{"tx_bytes":""}'],
  ])("%s %s: refused in the gateway's shape, never a fault of ours", async (path, body) => {
    const asked = body === undefined ? await ask(path) : await post(path, body);
    expect([path, asked.status]).toEqual([path, expect.any(Number)]);
    expect(asked.status).toBeLessThan(500);
    if (asked.status !== 200) expect(asked.body).toMatchObject({ code: expect.any(Number), details: [] });
  });

  it("a body without end is not read", async () => {
    const { status } = await post("/cosmos/tx/v1beta1/txs", `"${"x".repeat(1_200_000)}"`).catch(() => ({
      status: 413,
    }));
    expect(status).toBe(413);
  });
});
