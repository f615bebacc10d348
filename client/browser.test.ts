/** The client in Chromium, on a page of the node's own web port, under its policy and through its proxies. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";

const CHROMIUM = process.env.ASSAY_CHROMIUM ?? "/usr/bin/chromium";

/** What runs in the page. It gets the client's modules and gives back plain JSON. */
async function inPage(page: Page, body: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { AssayClient } from "./client.ts";
        import { SigningAssayClient } from "./signing.ts";
        import { createWallet, firstAccount, importWallet } from "./wallet.ts";
        import { isClientError } from "./errors.ts";
        import { coin } from "./amount.ts";
        globalThis.result = (async () => { ${body} })();`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    conditions: ["assay-source"],
  });
  await page.evaluate(outputFiles[0]!.text);
  return await page.evaluate("globalThis.result");
}

describe.skipIf(!existsSync(CHROMIUM))("in Chromium (apt-get install chromium)", () => {
  let node: TestNode;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    node = await startTestNode();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${node.node.webPort}/chain.json`);
  });
  afterAll(async () => {
    await browser?.close();
    await node?.close();
  });

  it("reads and sends by relative addresses", async () => {
    const answer = await inPage(
      page,
      `
      const wallet = await importWallet(${JSON.stringify(node.mnemonic("alice"))});
      const { address } = await firstAccount(wallet);
      const client = await SigningAssayClient.connectWithSigner("/rpc", wallet, { pollMs: 50 });
      const states = [];
      const tx = await client.sendTokens(address, ${JSON.stringify(node.address("bob"))}, [coin(7n)], {
        onState: ({ state }) => states.push(state),
      });
      const burner = await firstAccount(await createWallet());
      return {
        chainId: await client.getChainId(),
        height: tx.height,
        states,
        burner: burner.address,
        unseen: await client.getAccount(burner.address),
      };`,
    );
    expect(answer).toMatchObject({
      chainId: "assay-devnet",
      states: ["estimating", "signing", "signed", "sent", "included"],
      burner: expect.stringMatching(/^assay1[0-9a-z]{38}$/),
      unseen: null,
    });
    expect(faults).toEqual([]);
  });

  it("hears new blocks by WebSocket, through the web port", async () => {
    const answer = await inPage(
      page,
      `
      const client = AssayClient.create("/rpc");
      const heights = [], states = [];
      await new Promise((resolve) => {
        const subscription = client.subscribeNewBlocks({
          onState: (state) => states.push(state),
          onBlock: ({ header }) => {
            heights.push(header.height);
            if (heights.length >= 5 && states.at(-1) === "live") { subscription.close(); resolve(); }
          },
        });
      });
      return { heights, live: states.at(-1) };`,
    );
    const { heights, live } = answer as { heights: number[]; live: string };
    expect(live).toBe("live");
    expect(heights.every((height, i) => i === 0 || height === heights[i - 1]! + 1)).toBe(true);
  });

  it("says what is wrong with an address", async () => {
    const answer = await inPage(
      page,
      `
      const error = await AssayClient.connect("/nowhere").catch((e) => e);
      return { bad: isClientError(error, "badAnswer") || isClientError(error, "unreachable"), fix: error.fix };`,
    );
    expect(answer).toMatchObject({ bad: true, fix: expect.stringMatching(/^Check that/) });
  });
});
