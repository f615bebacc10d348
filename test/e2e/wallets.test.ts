/** The page with a wallet extension beside it; the extension is made of CosmJS's wallets (see `fake-keplr.ts`). */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pack } from "@assay/client/dataset/pack";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { defaultConfig } from "@assay/devnet/config";
import { buildPage, pageFolder } from "@assay/devnet/page";
import { toHex } from "@assay/primitives/bytes";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attestAll, publishSet, type Signing } from "../harness/active-dataset.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";
import { chromiumPath, howToGetIt, launchBrowser } from "./chromium.ts";

const PICTURES = fileURLToPath(new URL("./screenshots/out/", import.meta.url));
const root = process.env.ASSAY_ROOT ?? process.cwd();
const START_MS = 120_000;
const STORY_MS = 90_000;

let node: TestNode;
let browser: Browser;
let script: string;
let datasetId: string;
const complaints: string[] = [];

interface Extension {
  readonly name: string;
  readonly ledger?: boolean;
  readonly width?: number;
  readonly dark?: boolean;
  /** Absent: there is none. */
  readonly installed?: boolean;
}

async function openPage(
  path: string,
  { name, ledger = false, width = 1280, dark = false, installed = true }: Extension,
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  if (installed) {
    const mnemonic = node.mnemonic(name);
    const state = { mnemonic, account: 0, ledger, asked: [], enabled: false };
    await context.addInitScript({ content: `window.keplrState = ${JSON.stringify(state)};\n${script}` });
  }
  await page.goto(`http://127.0.0.1:${node.node.webPort}${path}`);
  return page;
}

const set = (page: Page, change: Partial<Window["keplrState"]>) =>
  page.evaluate((fields) => void Object.assign(window.keplrState, fields), change as object);
const asked = (page: Page) => page.evaluate(() => window.keplrState.asked);
const picture = (page: Page, name: string) => page.screenshot({ path: `${PICTURES}${name}.png` });

async function actor(name: string): Promise<Signing> {
  const wallet = await importWallet(node.mnemonic(name));
  return {
    assay: SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 }),
    address: node.address(name),
  };
}

describe.skipIf(chromiumPath === undefined)(`wallet extensions${howToGetIt}`, () => {
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    await buildPage(root, AbortSignal.timeout(START_MS));
    // A claim stays open for as long as a slow machine may take.
    const { params } = defaultConfig();
    const data = { ...params.data, challenge_window_blocks: "20000", attest_blocks: "500" };
    node = await startTestNode(
      { blockTimeMs: 300, params: { ...params, data } },
      { explorer_dir: pageFolder(root) },
    );
    const bundled = await build({
      entryPoints: [fileURLToPath(new URL("./fake-keplr.ts", import.meta.url))],
      bundle: true,
      format: "iife",
      platform: "browser",
      target: "es2022",
      write: false,
      logLevel: "silent",
    });
    script = bundled.outputFiles[0]!.text;
    const texts = Array.from({ length: 20 }, (_, i) => `row ${i} ${"abcdefghij".repeat(3)} ${i * 7919}`);
    const packed = pack(texts.map((text, i) => ({ text, label: i % 2 === 0 ? "no" : "yes" })));
    datasetId = toHex((await publishSet(await actor("alice"), packed, "for-wallets")).datasetId);
    await attestAll(await Promise.all(["val-1", "val-2", "val-3"].map(actor)));
    browser = await launchBrowser();
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await node?.close();
  }, 60_000);

  it.each([
    ["direct", "bob", false, SignMode.SIGN_MODE_DIRECT],
    ["amino, as a Ledger does", "carol", true, SignMode.SIGN_MODE_LEGACY_AMINO_JSON],
  ] as const)(
    "stakes, signing %s",
    async (what, name, ledger, mode) => {
      const page = await openPage(`/datasets/${datasetId}?do=back&claim=${ClaimKind.CLAIM_KIND_UNIQUE}`, {
        name,
        ledger,
      });
      await page.click("text=Use Keplr");
      await page.waitForSelector(".wallet-button .amount-figure");
      expect(await asked(page)).toEqual(["suggest", "enable"]);
      await page.fill("#stake-amount", "25");
      await page.waitForSelector(".preview >> text=burned");
      await page.click("button:has-text('Stake 25 ASSAY')");
      await page.waitForSelector(".toast:has-text('25 ASSAY staked')");
      expect((await asked(page)).at(-1)).toBe(ledger ? "sign amino" : "sign direct");
      await picture(page, `keplr-staked-${ledger ? "ledger" : "direct"}`);
      const { assay } = await actor("alice");
      const { positions } = await assay.query.data.positions({ datasetId, account: node.address(name) });
      expect(positions, what).toMatchObject([{ amount: 25_000_000n, isOwner: false }]);
      const { items } = await assay.searchTx(`coin_spent.spender='${node.address(name)}'`, { order: "desc" });
      const auth = AuthInfo.fromBytes(TxRaw.fromBytes(items[0]!.tx).authInfoBytes);
      expect(auth.signerInfos[0]!.modeInfo?.single?.mode).toBe(mode);
      // It is remembered, and no question is asked before there is something to sign.
      await page.reload();
      await page.waitForSelector(".wallet-button .amount-figure");
      expect(await asked(page)).toEqual([]);
      await page.context().close();
    },
    STORY_MS,
  );

  it(
    "says in words what the wallet says, and goes on when it says yes",
    async () => {
      const page = await openPage("/?do=wallet", { name: "dave" });
      await set(page, { refuses: "Request rejected" });
      await page.click("text=Use Keplr");
      await page.waitForSelector("[role=alert]:has-text('You said no in Keplr. Nothing was signed.')");
      await set(page, { refuses: "Keyring is locked" });
      await page.click("text=Use Keplr");
      await page.waitForSelector(
        "[role=alert]:has-text('Keplr is locked. Open Keplr, unlock it, and try again.')",
      );
      await set(page, { refuses: "<b>Something</b> new" });
      await page.click("text=Use Keplr");
      await page.waitForSelector("[role=alert]:has-text('Keplr did not do it: <b>Something</b> new')");
      await set(page, { refuses: undefined });
      await page.click("text=Use Keplr");
      await page.waitForSelector("text=Account 1");
      await picture(page, "keplr-wallet");

      await page.goto(`http://127.0.0.1:${node.node.webPort}/accounts/${node.address("alice")}?do=send`);
      await page.waitForSelector(".wallet-button .amount-figure");
      expect(await page.locator("text=Use Keplr").count()).toBe(0);
      await page.goto(`http://127.0.0.1:${node.node.webPort}/datasets/${datasetId}?do=back&claim=3`);
      await page.fill("#stake-amount", "30");
      await page.waitForSelector(".preview >> text=burned");
      await set(page, { refuses: "Request rejected" });
      await page.click("button:has-text('Stake 30 ASSAY')");
      await page.waitForSelector(".note.is-red:has-text('You said no in Keplr.')");
      await picture(page, "keplr-rejected");
      await page.context().close();
    },
    STORY_MS,
  );

  it(
    "follows the account that is chosen there, and can be left",
    async () => {
      const page = await openPage("/?do=wallet", { name: "erin" });
      await page.click("text=Use Keplr");
      await page.waitForSelector(`text=${node.address("erin")}`);
      await page.evaluate(() => {
        window.keplrState.account = 1;
        window.dispatchEvent(new Event("keplr_keystorechange"));
      });
      await page.waitForSelector(".toast:has-text('You are Account 2 now')");
      expect(await page.locator(`.wallet-line:has-text("${node.address("erin")}")`).count()).toBe(0);
      // Not told, as while the page was closed: found out before anything is signed.
      await page.evaluate((address) => {
        localStorage.setItem("assay.wallet", JSON.stringify({ kind: "keplr", address, name: "Another" }));
      }, node.address("bob"));
      await page.goto(`http://127.0.0.1:${node.node.webPort}/datasets/${datasetId}?do=back&claim=3`);
      await page.fill("#stake-amount", "30");
      await page.waitForFunction(
        (address) => localStorage.getItem("assay.wallet")?.includes(address),
        node.address("erin"),
      );
      await page.waitForSelector(".preview >> text=burned");
      await page.goto(`http://127.0.0.1:${node.node.webPort}/?do=wallet`);
      await page.waitForSelector(`text=${node.address("erin")}`);
      await page.click("text=Disconnect from Keplr");
      await page.waitForSelector("text=Use Keplr");
      expect(await page.evaluate(() => localStorage.getItem("assay.wallet"))).toBeNull();
      await page.context().close();
    },
    STORY_MS,
  );

  it("says what there is to get where there is none", async () => {
    const page = await openPage("/?do=wallet", { name: "dave", installed: false });
    await page.waitForSelector("text=Neither is in this browser");
    expect(await page.locator("text=Use Keplr").count()).toBe(0);
    await picture(page, "wallet-none");
    await page.context().close();
  });

  it(
    "looks as it should, light, dark and on a phone",
    async () => {
      for (const [look, width, dark] of [
        ["light", 1280, false],
        ["dark", 1280, true],
        ["phone", 390, false],
      ] as const) {
        const page = await openPage("/?do=wallet", { name: "dave", width, dark });
        await page.waitForSelector("text=Use Keplr");
        await picture(page, `keplr-menu-${look}`);
        await page.click("text=Use Keplr");
        await page.waitForSelector("text=Account 1");
        await page.waitForSelector(".wallet-balance .amount-figure");
        await picture(page, `keplr-connected-${look}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wide, look).toBe(false);
        await page.context().close();
      }
    },
    STORY_MS,
  );

  it("complained about nothing", () => {
    expect(complaints).toEqual([]);
  });
});
