/** Models on the command line, against a real node. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "@assay/client/modules/attest/messages";
import { SigningAssayClient } from "@assay/client/signing";
import { firstAccount, importWallet } from "@assay/client/wallet";
import { defaultConfig } from "@assay/devnet/config";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CARD } from "../test/harness/model.ts";
import { endlessLoop, smallModel } from "../test/harness/onnx-files.ts";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { runCli } from "./cli.ts";

let node: TestNode;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-cli-model-"));
  // Blocks: wide enough for a busy machine.
  const { params } = defaultConfig();
  node = await startTestNode({ params: { ...params, registry: { attest_blocks: "1000" } } });
  writeFileSync(join(node.home, "devnet.json"), "{}");
});
afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

async function assay(...args: string[]) {
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
  const code = await runCli(args, streams, { ASSAY_HOME: node.home, ASSAY_NODE: node.rpcUrl });
  return { code, out, err, json: <T>(): T => JSON.parse(out) as T };
}

/** As `assay`, of what must succeed. */
async function must<T>(...args: string[]): Promise<T> {
  const { code, err, json } = await assay(...args, "--json");
  expect({ code, err: code === 0 ? "" : err }, args.join(" ")).toEqual({ code: 0, err: "" });
  return json<T>();
}

async function load(questionId: string): Promise<void> {
  for (const name of ["val-1", "val-2", "val-3"]) {
    const wallet = await importWallet(node.mnemonic(name));
    const { address } = await firstAccount(wallet);
    const client = SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
    const given = { attestor: address, questionId: BigInt(questionId), answer: Answer.ANSWER_YES };
    await client.signAndBroadcast(address, [answer({ ...given, measured: 1_500_000_000n })]);
  }
}

function modelFolder(name: string, model = smallModel(), card = CARD): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "model.onnx"), model);
  writeFileSync(join(path, "README.md"), card);
  return path;
}

interface Published {
  readonly model_id: string;
  readonly version_id: string;
  readonly question_id: string;
}

describe("a model", () => {
  let base: Published;
  let top: Published;

  it("is published from a folder, told of before, and shown when validators loaded it", async () => {
    const path = modelFolder("base");
    const told = await assay(
      "model",
      "publish",
      path,
      "--closed-lineage",
      "--from",
      "alice",
      "--yes",
      "--json",
    );
    expect(told.err).toContain("You get 10 % of what sessions on it earn.");
    expect(told.err).toContain("Publishing burns 2 ASSAY.");
    base = told.json<Published>();
    await load(base.question_id);
    const shown = await assay("model", "show", base.model_id);
    expect(shown.out).toContain("base v1");
    expect(shown.out).toMatch(/State\s+live/);
    expect(shown.out).toMatch(/Tolerance\s+0\.00015/);
    expect(shown.out).toContain("ids int64[rows, side-1]; weights float[rows, side-1]");
    expect(shown.out).toMatch(/Outputs\s+\w+ float\[rows, 2\]/);
    expect(await must("query", "registry", "card", base.version_id)).toEqual({
      license: ["mit"],
      pipeline_tag: ["text-classification"],
      language: ["en"],
      body: expect.stringContaining("# Spam"),
    });
  });

  it("names closed parents with a grant alone", async () => {
    const path = modelFolder("top");
    const parent = ["--parent", `version:${base.version_id}=1000`];
    const refused = await assay("model", "publish", path, ...parent, "--from", "bob", "--yes", "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.err.trim().split("\n").at(-1)!)).toMatchObject({
      error: { codespace: "registry", code: 22 },
    });
    await must("model", "grant", base.version_id, "bob", "500", "--from", "alice", "--yes");
    expect(await must("query", "registry", "grants", "--builder", "bob")).toMatchObject({ grants: [{}] });
    top = await must<Published>("model", "publish", path, ...parent, "--from", "bob", "--yes");
    await load(top.question_id);
    expect(await must("query", "registry", "children", base.version_id)).toMatchObject({
      children: [{ version_id: top.version_id, weight_bps: 1000, pullable: "0" }],
    });
    expect((await assay("model", "show", top.version_id)).out).toContain("10 %");
  });

  it("has scores, versions, another owner, and an end", async () => {
    await must(
      "model",
      "score",
      top.version_id,
      "sms",
      "accuracy",
      "0.973",
      "--rows",
      "400",
      "--from",
      "bob",
      "--yes",
    );
    expect(await must("query", "registry", "scores", top.version_id)).toMatchObject({
      scores: [{ value_ppm: 973_000, rows: "400", provenance: "PROVENANCE_SELF_REPORTED" }],
    });
    expect(
      (await assay("model", "score", top.version_id, "sms", "f1", "1.2", "--rows", "4", "--from", "bob"))
        .code,
    ).toBe(2);
    await must("model", "transfer", top.model_id, "carol", "--from", "bob", "--yes");
    await must("model", "accept", top.model_id, "--from", "carol", "--yes");
    const next = await must<Published>(
      "model",
      "version",
      top.model_id,
      join(folder, "top"),
      "--from",
      "carol",
      "--yes",
    );
    expect(next.model_id).toBe(top.model_id);
    expect(await must("query", "registry", "versions", "--model", top.model_id)).toMatchObject({
      versions: [
        { version: 2, status: "VERSION_STATUS_PENDING" },
        { version: 1, status: "VERSION_STATUS_LIVE" },
      ],
    });
    await must("model", "retire", top.version_id, "--from", "carol", "--yes");
    expect((await assay("query", "registry", "versions", "--status", "retired")).out).toContain(
      top.version_id,
    );
    expect((await assay("query", "registry", "models", "--owner", "carol")).out).toContain("top");
  });

  it("that has earned nothing has nothing to pull", async () => {
    expect(await must("query", "registry", "owed", "alice")).toEqual({
      amount: { denom: "uassay", amount: "0" },
    });
    const nothing = await assay("model", "pull", "--from", "alice", "--yes");
    expect(nothing.code).toBe(1);
    expect(nothing.err).toContain("there is nothing to pull");
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ["loops", endlessLoop(), CARD, /model\.onnx: .*not taken/],
    ["no-card", smallModel(), "# Spam", /README\.md: no front matter/],
    ["no-licence", smallModel(), CARD.replace("mit", "other"), /the card's license is other/],
  ])("is refused before anything is signed: %s", async (name, model, card, why) => {
    const refused = await assay(
      "model",
      "publish",
      modelFolder(name, model, card),
      "--from",
      "alice",
      "--yes",
    );
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(why);
  });

  it("is refused where its folder or a flag is wrong", async () => {
    const missing = await assay("model", "publish", join(folder, "none"), "--from", "alice", "--yes");
    expect(missing.err).toContain("A model's folder has model.onnx and its card");
    const parent = await assay(
      "model",
      "publish",
      join(folder, "base"),
      "--parent",
      "x",
      "--from",
      "alice",
      "--yes",
    );
    expect(parent).toMatchObject({ code: 2, out: "" });
    const named = ["--name", "Bad Name", "--from", "alice", "--yes"];
    const refused = await assay("model", "publish", join(folder, "base"), ...named);
    expect(refused.err).toContain("The name is not valid");
  });
});
