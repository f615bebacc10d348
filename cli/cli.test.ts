/** The command against a real node: what it prints for programs, and how it ends. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "@assay/client/modules/attest/messages";
import { SigningAssayClient } from "@assay/client/signing";
import { firstAccount, importWallet } from "@assay/client/wallet";
import { Answer, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { datasetPages } from "@assay/services/content/ledger";
import { runContent } from "@assay/services/content/main";
import type { Daemon } from "@assay/services/daemon";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { runCli } from "./cli.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** stdout, which is one JSON value. */
  readonly json: <T = never>() => T;
}

let node: TestNode;
let content: Daemon;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  process.env.ASSAY_LOG_LEVEL = "silent";
  folder = mkdtempSync(join(tmpdir(), "assay-cli-"));
  node = await startTestNode();
  writeFileSync(join(node.home, "devnet.json"), "{}");
  content = await runContent({
    host: "127.0.0.1",
    port: 0,
    folder: join(folder, "content"),
    datasets: datasetPages(node.rpcUrl),
    maxBlobBytes: 64 * 1024 * 1024,
  });
  environment = {
    ASSAY_HOME: node.home,
    ASSAY_NODE: node.rpcUrl,
    ASSAY_CONTENT: `http://127.0.0.1:${content.port}`,
  };
});
afterAll(async () => {
  await content.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

async function assay(...args: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    terminal: undefined,
  };
  const code = await runCli(args, streams, environment);
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}

/** Says yes to every open question, for enough validators. */
async function attest(): Promise<void> {
  for (const name of ["val-1", "val-2", "val-3"]) {
    const wallet = await importWallet(node.mnemonic(name));
    const { address } = await firstAccount(wallet);
    const client = SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
    const { questions } = await client.query.attest.questions({
      status: QuestionStatus.QUESTION_STATUS_OPEN,
    });
    const messages = questions.map(({ id }) =>
      answer({ attestor: address, questionId: id, answer: Answer.ANSWER_YES }),
    );
    if (messages.length > 0) await client.signAndBroadcast(address, messages);
  }
}

describe("queries", () => {
  it("print the ledger's JSON", async () => {
    const alice = node.address("alice");
    const balance = await assay("query", "bank", "balance", "erin", "--json");
    expect(balance).toMatchObject({ code: 0, out: '{"denom":"uassay","amount":"10000000000"}\n', err: "" });
    expect((await assay("query", "bank", "balances", alice, "--json")).json()).toEqual([
      { denom: "uassay", amount: "10000000000" },
    ]);
    expect((await assay("query", "auth", "account", alice, "--json")).json()).toMatchObject({
      address: alice,
      sequence: "0",
      pub_key: null,
    });
    expect((await assay("query", "data", "datasets", "--json")).json()).toEqual({
      datasets: [],
      pagination: { next_key: "", total: "0" },
    });
    const params: Record<string, unknown> = (await assay("query", "data", "params", "--json")).json();
    expect(params).toMatchObject({ stake_denom: "uassay", paused: false, min_owner_stake: "100000000" });
    expect((await assay("query", "status", "--json")).json()).toMatchObject({ chain_id: "assay-devnet" });
    expect((await assay("query", "block", "1", "--json")).json()).toMatchObject({ height: "1", txs: [] });
    const validators: { validators: unknown[] } = (
      await assay("query", "staking", "validators", "--json")
    ).json();
    expect(validators.validators).toHaveLength(4);
  });

  it("print text for people without --json", async () => {
    const { out } = await assay("query", "bank", "balance", "erin");
    expect(out).toBe("10\u202f000 ASSAY  (10000000000uassay)\n");
    expect((await assay("query", "data", "datasets")).out).toBe("No datasets.\n");
  });

  it("end with 1 where there is nothing, and say what to do", async () => {
    const unknown = await assay("query", "data", "dataset", "ab".repeat(32), "--json");
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(JSON.parse(unknown.err)).toMatchObject({ error: { codespace: "client", code: 8 } });
    const far = await assay("query", "tx", "AB".repeat(32));
    expect(far).toMatchObject({ code: 1, out: "" });
    expect(far.err).toMatch(/^Error: no block holds .*\nIt may be on its way/);
    const dead = await assay("query", "status", "--node", "http://127.0.0.1:1");
    expect(dead.code).toBe(1);
    expect(dead.err).toMatch(/^Error: The node does not answer .*\nCheck that it runs/);
  });
});

describe("keys", () => {
  it("are encrypted, readable by their owner alone, and come back by words", async () => {
    const home = join(folder, "home");
    const password = join(folder, "password");
    writeFileSync(password, "correct horse\n");
    const at = ["--home", home, "--password-file", password, "--json"];
    const added = await assay("keys", "add", "kim", ...at);
    const key: { address: string; mnemonic: string; pub_key: string } = added.json();
    expect(key).toMatchObject({ name: "kim", storage: "encrypted", address: /^assay1/ });
    expect(key.mnemonic.split(" ")).toHaveLength(24);
    expect(Buffer.from(key.pub_key, "base64")).toHaveLength(33);
    const file = join(home, "keys", "kim.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // Two words: one alone may stand in base64 by chance.
    expect(readFileSync(file, "utf8")).not.toContain(key.mnemonic.split(" ").slice(0, 2).join(" "));
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ type: "directsecp256k1hdwallet-v1" });
    expect((await assay("keys", "list", "--home", home, "--json")).json()).toEqual([
      { name: "kim", address: key.address, storage: "encrypted", pub_key: key.pub_key },
    ]);
    expect((await assay("keys", "show", "kim", "--home", home)).out).toBe(`${key.address}\n`);
    expect((await assay("keys", "export", "kim", "--yes", ...at)).json()).toMatchObject({
      mnemonic: key.mnemonic,
    });

    writeFileSync(password, "wrong");
    expect(await assay("keys", "export", "kim", "--yes", ...at)).toMatchObject({ code: 1, out: "" });
    expect(await assay("keys", "add", "kim", ...at)).toMatchObject({ code: 1, out: "" });
    expect(await assay("keys", "delete", "kim", "--home", home)).toMatchObject({ code: 2 });
    expect(await assay("keys", "delete", "kim", "--yes", "--home", home)).toMatchObject({ code: 0 });
    expect((await assay("keys", "list", "--home", home, "--json")).out).toBe("[]\n");
  });

  it("lie in the clear on a devnet only", async () => {
    expect((await assay("keys", "add", "plain-1", "--plain", "--json")).json()).toMatchObject({
      storage: "plain",
    });
    expect((await assay("keys", "delete", "plain-1", "--yes")).code).toBe(0);
    const elsewhere = await assay("keys", "add", "plain-1", "--plain", "--home", join(folder, "other"));
    expect(elsewhere).toMatchObject({ code: 2, out: "" });
  });

  it.each(["../x", "A", "validators", "a b"])("are not named %j", async (name) => {
    expect(await assay("keys", "show", name)).toMatchObject({ code: 2, out: "" });
  });
});

describe("transactions", () => {
  it("tell what is signed, and answer with hash and height", async () => {
    const sent = await assay("tx", "bank", "send", "bob", "1.5assay", "--from", "alice", "--yes", "--json");
    expect(sent.code).toBe(0);
    const answered: { tx_hash: string; height: string } = sent.json();
    expect(answered).toEqual({
      tx_hash: expect.stringMatching(/^[0-9A-F]{64}$/),
      height: expect.stringMatching(/^\d+$/),
      gas_wanted: expect.stringMatching(/^\d+$/),
      gas_used: expect.stringMatching(/^\d+$/),
      responses: [{ "@type": "/cosmos.bank.v1beta1.MsgSendResponse" }],
    });
    expect(sent.err).toContain(`Send 1.5 ASSAY to ${node.address("bob")}.`);
    expect(sent.err).toMatch(/Fee: 0\.0\d+ ASSAY for at most \d+ gas\. Signed by alice/);
    expect((await assay("query", "tx", answered.tx_hash, "--json")).json()).toMatchObject({
      code: 0,
      height: answered.height,
      messages: [
        { "@type": "/cosmos.bank.v1beta1.MsgSend", amount: [{ denom: "uassay", amount: "1500000" }] },
      ],
    });
  });

  it("sign nothing where nobody said yes", async () => {
    const before = (await assay("query", "bank", "balance", "alice", "--json")).out;
    const asked = await assay("tx", "bank", "send", "bob", "1assay", "--from", "alice");
    expect(asked).toMatchObject({ code: 2, out: "" });
    expect(asked.err).toContain("--yes");
    expect((await assay("query", "bank", "balance", "alice", "--json")).out).toBe(before);
  });

  it("fail with the ledger's code", async () => {
    const poor = await assay(
      "tx",
      "bank",
      "send",
      "bob",
      "99999999assay",
      "--from",
      "alice",
      "--yes",
      "--json",
    );
    expect(poor).toMatchObject({ code: 1, out: "" });
    const lines = poor.err.trim().split("\n");
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ error: { codespace: "sdk", code: 5 } });
    expect(await assay("tx", "bank", "send", "bob", "1btc", "--from", "alice", "--yes")).toMatchObject({
      code: 2,
    });
    expect(await assay("tx", "bank", "send", "bob", "1assay", "--from", "nobody", "--yes")).toMatchObject({
      code: 1,
    });
  });
});

describe("several keys", () => {
  const file = (name: string): string => join(folder, name);
  /** What a command printed, as a file for the next one. */
  async function keep(name: string, ...args: string[]): Promise<string> {
    const ran = await assay(...args);
    expect(ran.code, ran.err).toBe(0);
    writeFileSync(file(name), ran.out);
    return file(name);
  }

  it("are one account, whose payment waits for enough of them", async () => {
    const [bob] = await Promise.all(["bob"].map((name) => assay("keys", "show", name, "--json")));
    const { pub_key }: { pub_key: string } = bob!.json();
    // A key's name, or the public key of one that is elsewhere.
    const shared = await assay("keys", "multisig", "shared", "2", "alice", pub_key, "carol", "--json");
    const { address }: { address: string } = shared.json();
    expect((await assay("keys", "list", "--json")).json()).toContainEqual({
      name: "shared",
      address,
      storage: "multisig",
    });
    expect((await assay("tx", "bank", "send", "shared", "50assay", "--from", "alice", "--yes")).code).toBe(0);
    const direct = await assay("tx", "bank", "send", "dave", "1assay", "--from", "shared", "--yes");
    expect(direct).toMatchObject({ code: 1, out: "" });
    expect(direct.err).toContain("--generate-only");

    const pay = ["tx", "bank", "send", "dave", "2assay", "--from", "shared", "--generate-only"];
    const unsigned = await keep("pay.json", ...pay);
    const alice = await keep("alice.json", "tx", "sign", unsigned, "--from", "alice", "--yes");
    const carol = await keep("carol.json", "tx", "sign", unsigned, "--from", "carol", "--yes");
    const dave = await keep("dave.json", "tx", "sign", unsigned, "--from", "dave", "--yes");
    const send = (...signatures: string[]) =>
      assay("tx", "broadcast", unsigned, ...signatures, "--yes", "--json");
    expect(await send(alice)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("1 of 2 signatures"),
    });
    // The same one twice is one.
    expect((await send(alice, alice)).err).toContain("1 of 2 signatures");
    expect((await send(alice, carol, dave)).err).toContain("none of the account's keys");
    expect((await send(alice, unsigned)).code).toBe(1);
    const other = await keep("other.json", ...pay.map((word) => (word === "2assay" ? "3assay" : word)));
    const elsewhere = await keep("elsewhere.json", "tx", "sign", other, "--from", "carol", "--yes");
    expect((await send(alice, elsewhere)).err).toContain("is not of this document");
    const sent = (await send(carol, alice)).json<{ tx_hash: string }>();
    // Once more is the same transaction, and pays nothing again.
    expect((await send(alice, carol)).json()).toMatchObject({ tx_hash: sent.tx_hash });
    const { amount } = (await assay("query", "bank", "balance", address, "--json")).json<{
      amount: string;
    }>();
    expect(Number(amount)).toBeGreaterThan(47_000_000);
    expect((await assay("keys", "delete", "shared", "--yes")).code).toBe(0);
  }, 90_000);

  it("are refused where they are none", async () => {
    for (const args of [
      ["x", "3", "alice", "bob"],
      ["x", "0", "alice"],
      ["x", "one", "alice"],
      ["x", "1", "nobody"],
      ["x", "1", Buffer.alloc(33).toString("base64")],
    ]) {
      expect(await assay("keys", "multisig", ...args)).toMatchObject({ code: 1, out: "" });
    }
    expect(await assay("tx", "sign", file("none.json"), "--from", "alice", "--yes")).toMatchObject({
      code: 1,
      out: "",
    });
    writeFileSync(file("half.json"), "{}");
    expect((await assay("tx", "sign", file("half.json"), "--from", "alice", "--yes")).err).toContain(
      "--generate-only",
    );
  });

  it("one alone signs apart from the node too", async () => {
    const unsigned = await keep(
      "alone.json",
      "tx",
      "bank",
      "send",
      "bob",
      "1assay",
      "--from",
      "dave",
      "--generate-only",
    );
    const signed = await keep("signed.json", "tx", "sign", unsigned, "--from", "dave", "--yes");
    expect((await assay("tx", "broadcast", unsigned, signed, "--yes")).out).toMatch(/^In block \d+/);
  });

  it("and several recipients are paid at once", async () => {
    const before = BigInt(
      (await assay("query", "bank", "balance", "erin", "--json")).json<{ amount: string }>().amount,
    );
    const args = ["erin", "1assay", "carol", "2assay", "erin", "3assay"];
    const sent = await assay("tx", "bank", "multi-send", ...args, "--from", "alice", "--yes");
    expect(sent.out).toMatch(/^Sent 6 ASSAY to 3 recipients\.\nIn block/);
    const after = BigInt(
      (await assay("query", "bank", "balance", "erin", "--json")).json<{ amount: string }>().amount,
    );
    expect(after - before).toBe(4_000_000n);
    const odd = await assay(
      "tx",
      "bank",
      "multi-send",
      "erin",
      "1assay",
      "carol",
      "--from",
      "alice",
      "--yes",
    );
    expect(odd).toMatchObject({ code: 2, out: "" });
  });
});

describe("a dataset", () => {
  const at = (name: string): string => join(folder, name);
  const publish = ["--from", "alice", "--yes", "--json"];
  let id: string;

  it("is packed and checked", async () => {
    const texts = Array.from(
      { length: 40 },
      (_, i) => `row ${i} ${(i * 7919).toString(36)} and ${"abcdefg"[i % 7]} text`,
    );
    const sample = "The quick brown fox jumps over the lazy dog.";
    const rows = [sample, ...texts, sample.toUpperCase()];
    writeFileSync(
      at("rows.csv"),
      `text,label\n${rows.map((text, i) => `"${text}",${i % 2 === 0 ? "yes" : "no"}`).join("\n")}\n`,
    );
    writeFileSync(at("bad.csv"), 'text,label\nfine,yes\n"open,no\n');

    const packed = await assay(
      "dataset",
      "pack",
      at("rows.csv"),
      "--out",
      at("raw"),
      "--licence",
      "CC0-1.0",
      "--json",
    );
    expect(packed.json()).toMatchObject({
      name: "rows",
      row_count: "42",
      labels: { no: 21, yes: 21 },
      charset: "CHARSET_ASCII",
    });
    const checked = await assay("dataset", "check", at("raw"), "--json");
    expect(checked.code).toBe(1);
    expect(checked.json()).toEqual({
      row_count: "42",
      schema_stands: true,
      schema_faults: [],
      near_pairs: [{ left: 0, right: 41 }],
      near_pairs_complete: true,
      disjoint_pairs: 1,
      unique_max: 1,
      unique_stands: false,
    });
    expect((await assay("dataset", "check", at("rows.csv"), "--max", "1", "--json")).code).toBe(0);
    expect(
      (await assay("dataset", "check", at("rows.csv"), "--clean", at("clean.csv"), "--json")).json(),
    ).toMatchObject({
      kept: 41,
      removed: 1,
    });
    expect((await assay("dataset", "check", at("clean.csv"))).code).toBe(0);
    const bad = await assay("dataset", "pack", at("bad.csv"), "--out", at("x"));
    expect(bad).toMatchObject({ code: 1, out: "" });
    expect(bad.err).toMatch(/bad\.csv, line 3: a double quote is not closed/);
  });

  it("is not claimed to be what the owner's own check refutes", async () => {
    const refused = await assay("dataset", "publish", at("raw"), "--claim", "unique", ...publish);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("--force");
  });

  it("is published and uploaded, with its risk told before", async () => {
    const published = await assay(
      "dataset",
      "publish",
      at("raw"),
      "--claim",
      "unique=200assay",
      "--force",
      ...publish,
    );
    expect(published.code).toBe(0);
    const answered: { dataset_id: string } = published.json();
    expect(answered).toMatchObject({
      published: true,
      uploaded: true,
      dataset_id: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    id = answered.dataset_id;
    expect(published.err).toContain("You can lose all 300 ASSAY staked.");
    expect(published.err).toContain("40% goes to the challenger");
    expect((await assay("query", "data", "dataset", id, "--json")).json()).toMatchObject({
      id,
      owner: node.address("alice"),
      status: "DATASET_STATUS_PENDING",
      terms: { name: "rows", licence: "CC0-1.0", row_count: "42" },
    });
    const again = await assay(
      "dataset",
      "publish",
      at("raw"),
      "--claim",
      "unique=200assay",
      "--force",
      ...publish,
    );
    expect(again.json()).toEqual({ dataset_id: id, published: false, uploaded: true });
    await attest();
  });

  it("is backed, and a stake is taken out", async () => {
    const staked = await assay(
      "dataset",
      "stake",
      id,
      "unique",
      "50assay",
      "--from",
      "bob",
      "--yes",
      "--json",
    );
    expect(staked.code).toBe(0);
    expect(staked.err).toContain(
      "You can lose all 50 ASSAY. If anyone proves a pair of nearly equal rows by block",
    );
    expect(
      (await assay("tx", "data", "unstake", id, "unique", "10assay", "--from", "bob", "--yes", "--json"))
        .code,
    ).toBe(0);
    const held: { positions: unknown[] } = (
      await assay("query", "data", "positions", "--account", "bob", "--json")
    ).json();
    expect(held.positions).toMatchObject([
      { dataset_id: id, amount: "40000000", claim: "CLAIM_KIND_UNIQUE" },
    ]);
    expect(await assay("dataset", "withdraw", id, "--from", "bob", "--yes")).toMatchObject({ code: 1 });
  });

  it("is downloaded and verified against the ledger", async () => {
    expect((await assay("dataset", "get", id, "--out", at("got"), "--json")).json()).toMatchObject({
      row_count: "42",
      verified: true,
    });
    expect(readFileSync(join(at("got"), "rows.jsonl"), "utf8").split("\n")[0]).toBe(
      '{"text":"The quick brown fox jumps over the lazy dog.","label":"yes"}',
    );
    expect((await assay("dataset", "verify", at("got"))).code).toBe(0);
    const features = readFileSync(join(at("got"), "features.bin"));
    features[features.length - 1]! ^= 1;
    writeFileSync(join(at("got"), "features.bin"), features);
    expect(await assay("dataset", "verify", at("got"))).toMatchObject({ code: 1, out: "" });
  });

  it("loses the claim that a challenger proves false", async () => {
    const { code, err, json } = await assay(
      "dataset",
      "challenge",
      id,
      "--from",
      "carol",
      "--yes",
      "--wait",
      "--json",
    );
    expect(code).toBe(0);
    expect(err).toContain("A pair of nearly equal rows, where 0 may be:");
    expect(json()).toMatchObject({
      dataset_id: id,
      status: "CASE_STATUS_WON",
      shown: 1,
      allowed: 0,
      reward: "80000000",
    });
    expect((await assay("query", "challenge", "cases", "--dataset", id, "--json")).json()).toMatchObject({
      cases: [{ status: "CASE_STATUS_WON", challenger: node.address("carol") }],
    });
    expect((await assay("dataset", "withdraw", id, "--from", "carol", "--yes", "--json")).code).toBe(0);
    expect(await assay("dataset", "challenge", id, "--from", "carol", "--yes")).toMatchObject({
      code: 1,
      out: "",
    });
    expect((await assay("dataset", "resume", "--json")).out).toBe("[]\n");
  });

  it("cannot be transferred yet, and says so", async () => {
    expect(await assay("dataset", "transfer", id, "bob")).toMatchObject({ code: 1, out: "" });
  });
});

describe("a stopped home", () => {
  it("is exported, goes on as another ledger, and keeps its invariants", async () => {
    const locked = await assay("export");
    expect(locked).toMatchObject({ code: 1, out: "" });
    expect(locked.err).toContain("Stop the node");
    const before = (await assay("query", "bank", "balance", "carol", "--json")).out;
    await node.node.stop();
    const exported = await assay("export", "--json");
    expect(exported.code).toBe(0);
    expect((await assay("debug", "invariants", "--json")).out).toBe('{"broken":[]}\n');
    writeFileSync(join(node.home, "genesis.json"), exported.out);
    rmSync(join(node.home, "data"), { recursive: true });
    await node.restart();
    environment.ASSAY_NODE = node.rpcUrl;
    expect((await assay("query", "bank", "balance", "carol", "--json")).out).toBe(before);
  });
});
