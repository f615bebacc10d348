/**
 * The explorer in a real browser against a real devnet: what a newcomer sees and does, and what happens when things go
 * wrong. The tests are one story and run in order.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssayClient } from "@assay/client/client";
import { ContentClient } from "@assay/client/content";
import { contentTerms, pack } from "@assay/client/dataset/pack";
import { MemoryPendingStore } from "@assay/client/pending";
import { publishDataset } from "@assay/client/publish";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { buildPage } from "@assay/devnet/page";
import { addressToBech32 } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import { Access, ClaimKind, ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, howToGetIt, launchBrowser } from "./chromium.ts";
import { type RunningDevnet, startDevnet } from "./devnet.ts";

/** Tried in order: another run of these tests may be under way on this machine. */
const PORT_OFFSETS = [2350, 2310, 2390];
const PICTURES = new URL("./screenshots/out/", import.meta.url).pathname;
const STORY_MS = 120_000;

let devnet: RunningDevnet;
let folder: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let reader: AssayClient;
let tour: { readonly dataset_id: string };
let offset = 0;

const startAt = (at: number): Promise<RunningDevnet> =>
  startDevnet(join(folder, "devnet"), ["--port-offset", String(at), "--block-time", "450ms"]);

async function startAnywhere(): Promise<RunningDevnet> {
  for (const at of PORT_OFFSETS) {
    offset = at;
    try {
      return await startAt(at);
    } catch (error) {
      if (!(error as Error).message.includes("in use") || at === PORT_OFFSETS.at(-1)) throw error;
    }
  }
  throw new Error("no ports are free");
}
/** What the page complained about: nothing may. */
const complaints: string[] = [];

/** The node is down on purpose: the browser's own words about that are no fault of the page. */
let isDown = false;

function listen(to: Page): Page {
  to.setDefaultTimeout(12_000);
  to.on("pageerror", (error) => complaints.push(`${to.url()}: ${error.stack ?? error.message}`));
  to.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (isDown && /ERR_|WebSocket|502|503/.test(message.text())) return;
    complaints.push(`${to.url()}: ${message.text()}`);
  });
  return to;
}

/** For people to look at; of the whole page, or of what is in view where a dialog lies over it. */
async function picture(name: string, of = page): Promise<void> {
  const fullPage = (await of.locator("dialog[open]").count()) === 0;
  await of.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
}

const open = async (path: string, of = page): Promise<void> => {
  await of.goto(devnet.explorer + path);
};

/** A wait that says what it waited for. */
async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found as T;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function claimOf(kind: number) {
  const dataset = await reader.query.data.dataset(tour.dataset_id);
  return dataset.claims.find((claim) => claim.kind === kind)!;
}

describe.skipIf(chromiumPath === undefined)(`the explorer in a browser${howToGetIt}`, () => {
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    // Beforehand, so that no page is exchanged under a test.
    await buildPage(process.env.ASSAY_ROOT ?? process.cwd(), AbortSignal.timeout(STORY_MS));
    folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
    devnet = await startAnywhere();
    reader = await AssayClient.connect(devnet.rpc);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = listen(await context.newPage());
    tour = await until("the chain names its tour", async () => {
      const chain = (await (await fetch(`${devnet.explorer}/chain.json`)).json()) as {
        tour?: { dataset_id: string };
      };
      return chain.tour;
    });
  }, STORY_MS);

  afterAll(async () => {
    await browser?.close();
    await devnet?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it("shows a chain that lives", async () => {
    await open("/");
    await page.waitForSelector(".live-blocks .is-newest");
    const height = async () => Number((await page.textContent(".pulse b"))!.replace(/\D/g, ""));
    const before = await height();
    await until("a new block", async () => (await height()) > before);
    await page.waitForSelector("text=4 of 4 validators signed");
    expect(await page.title()).toBe("Overview · Assay");
    for (const landmark of ["header", "nav", "main", "footer"])
      expect(await page.locator(landmark).count()).toBeGreaterThan(0);
    expect(await page.locator("h1").count()).toBe(1);
  });

  it(
    "tells of the claim that falls and shows its proof, verified here",
    async () => {
      await page.waitForSelector(".happening >> text=Lost", { timeout: STORY_MS });
      await picture("overview-light");
      await page.click(".happening:has-text('Lost') a");
      await page.waitForSelector("h1:has-text('Three pairs of rows are nearly the same')");
      await page.waitForSelector("text=Verified in this browser");
      expect(await page.locator(".pair-side >> text=in the dataset").count()).toBe(2);
      await page.click("text=Pair 2");
      expect(await page.locator(".pair-side >> text=in the dataset").count()).toBe(4);
      // 40% of the owner's 400, all else of 650 burned.
      const went = await page.textContent(".card:has(h2:text('Where the stake went'))");
      expect(went).toMatch(/To the challenger\s*160/);
      expect(went).toMatch(/Burned, owner's\s*240/);
      expect(went).toMatch(/Burned, backers'\s*250/);
      await picture("challenge-light");
    },
    STORY_MS,
  );

  it("backs a claim: wallet, test coins, preview, block", async () => {
    await open(`/datasets/${tour.dataset_id}?do=back&claim=${ClaimKind.CLAIM_KIND_SCHEMA_VALID}`);
    await page.click("text=Create a wallet");
    await page.click("text=Get test coins");
    await page.waitForSelector(".wallet-button .amount-figure:text('500')");
    await page.fill("#stake-amount", "25");
    await page.waitForSelector("text=You can lose all 25 ASSAY");
    await page.waitForSelector(".preview >> text=burned");
    await picture("staking-light");
    await page.click("button:has-text('Stake 25 ASSAY')");
    await page.waitForSelector(".toast:has-text('25 ASSAY staked')");
    await page.waitForSelector(".dialog >> text=/In block/");
    await page.click(".dialog-foot >> text=Done");
    const { positions } = await reader.query.data.positions({ datasetId: tour.dataset_id });
    const mine = positions.find((position) => !position.isOwner)!;
    expect(mine).toMatchObject({ amount: 25_000_000n, claim: ClaimKind.CLAIM_KIND_SCHEMA_VALID });
    await page.click(".tabs >> text=Stakes");
    await page.waitForSelector(`.table a[href='/accounts/${mine.account}']`);
    expect(await page.locator(".table .tag-you").count()).toBe(1);
  });

  it("refuses what the ledger would refuse, before a signature", async () => {
    await open(`/datasets/${tour.dataset_id}?do=back&claim=${ClaimKind.CLAIM_KIND_SCHEMA_VALID}`);
    await page.fill("#stake-amount", "450");
    await page.waitForSelector("text=There is room for 375 ASSAY");
    await page.fill("#stake-amount", "abc");
    await page.waitForSelector("text=This is no amount");
    expect(await page.locator(".dialog-foot .primary").isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".dialog", { state: "detached" });
    expect(new URL(page.url()).search).toBe("");
  });

  it("takes stake out again", async () => {
    await open(`/datasets/${tour.dataset_id}?do=unstake`);
    await page.fill("#unstake-amount", "10");
    await page.click("button:has-text('Take out 10 ASSAY')");
    await page.waitForSelector(".toast:has-text('10 ASSAY is on its way out')");
    await page.click(".toast >> text=See it");
    await page.waitForSelector("h2:has-text('On its way out')");
    await page.waitForSelector("h1:has-text('Your account')");
    await picture("account-light");
  });

  it(
    "finds the copied rows, challenges, and goes on after a reload",
    async () => {
      const supply = async () => BigInt((await reader.query.bank.supplyOf("uassay")).amount);
      const before = await supply();
      await open(`/datasets/${tour.dataset_id}?do=check&claim=${ClaimKind.CLAIM_KIND_UNIQUE}`);
      await page.click("text=Start the check");
      await page.waitForSelector(".verdict >> text=“No near-duplicates” is false");
      await page.waitForSelector(".verdict >> text=“Valid rows” holds");
      expect(await page.locator(".pair mark.diff").count()).toBeGreaterThan(0);
      await picture("check-light");
      await page.click("button:has-text('Challenge with a bond of 10 ASSAY')");
      await until("the seal is kept before it is sent", () =>
        page.evaluate(
          () => (JSON.parse(localStorage.getItem("assay.pending") ?? "[]") as unknown[]).length === 1,
        ),
      );
      await page.reload();
      await page.waitForSelector(".toast:has-text('Your proof holds')", { timeout: STORY_MS });
      expect(await page.evaluate(() => localStorage.getItem("assay.pending"))).toBe("[]");
      await page.click(".toast >> text=See the case");
      await page.waitForSelector(".head-badges >> text=Claim lost", { timeout: STORY_MS });
      const claim = await claimOf(ClaimKind.CLAIM_KIND_UNIQUE);
      expect(claim).toMatchObject({ status: ClaimStatus.CLAIM_STATUS_LOST, slashedOwner: 500_000_000n });
      // 300 of the owner's stake burned at the least; fees burn besides.
      expect(before - (await supply())).toBeGreaterThan(300_000_000n);
      await page.click("text=Withdraw 210 ASSAY");
      await page.click(".dialog-foot .primary");
      await page.waitForSelector(".toast:has-text('210 ASSAY withdrawn')");
    },
    STORY_MS,
  );

  it("keeps a wallet that can be saved and brought back", async () => {
    await open("/?do=wallet");
    await page.click("text=Show and save the words");
    const words = (await page.textContent(".words"))!.trim();
    expect(words.split(" ")).toHaveLength(12);
    const address = await page.evaluate(
      () => JSON.parse(localStorage.getItem("assay.wallet")!).address as string,
    );
    await page.click("text=Remove this wallet");
    await page.click("text=Remove it");
    await page.click("text=I have words");
    await page.fill("#words", "these are no words at all");
    await page.click("text=Bring this wallet");
    await page.waitForSelector("text=/no mnemonic/");
    await page.fill("#words", `  ${words.toUpperCase()}\n`);
    await page.click("text=Bring this wallet");
    await page.waitForSelector(`text=${address}`);
  });

  it("is used by keyboard", async () => {
    await open("/");
    await page.waitForSelector(".happening");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Control+k");
    await page.waitForSelector(".search-dialog input:focus");
    await page.keyboard.type("yelp");
    await page.waitForSelector("[role=option][aria-selected=true] >> text=yelp-restaurant-sentences");
    await picture("search-light");
    await page.keyboard.press("Enter");
    await page.waitForSelector("h1:has-text('yelp-restaurant-sentences')");
    await until("the title has the focus", () =>
      page.evaluate(() => document.activeElement?.tagName === "H1"),
    );
    await page.click("text=Check it yourself");
    await page.waitForSelector("dialog[open]");
    const inside = () => page.evaluate(() => document.activeElement?.closest("dialog") !== null);
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("Tab");
      // Between two turns the browser's own frame has the focus.
      if (await page.evaluate(() => document.activeElement !== document.body))
        expect(await inside()).toBe(true);
    }
    await page.goBack();
    await page.waitForSelector("dialog[open]", { state: "detached" });
    expect(new URL(page.url()).search).toBe("");
    await open("/blocks/7");
    await page.waitForSelector("h1:has-text('Block 7')");
    await page.waitForSelector("text=Next block");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("h1:has-text('Block 8')");
  });

  it("finds rows and links to one", async () => {
    const { datasets } = await reader.query.data.datasets();
    const yelp = datasets.find((dataset) => dataset.terms?.name === "yelp-restaurant-sentences")!;
    await open(`/datasets/${toHex(yelp.id)}?row=402`);
    await page.waitForSelector(".row-table .is-target >> text=402");
    await page.waitForSelector("text=Page 5 of 10");
    await page.fill(".find input", "CREPE");
    await until(
      "only rows that hold it",
      async () => (await page.locator(".row-table tbody tr").count()) < 20,
    );
    for (const text of await page.locator(".row-table tbody td:nth-child(2)").allTextContents()) {
      expect(text.toLowerCase()).toContain("crepe");
    }
    expect(new URL(page.url()).searchParams.get("find")).toBe("CREPE");
  });

  it("says what exists where something does not", async () => {
    const zeros = "0".repeat(64);
    for (const [path, words] of [
      ["/nowhere", "No such page"],
      ["/blocks/999999999", "The newest is"],
      ["/blocks/x", "No such page"],
      [`/tx/${zeros}`, "It may be on its way"],
      [`/datasets/${zeros}`, "No dataset on this ledger has this id"],
      ["/datasets/xyz", "No such page"],
      ["/challenges/999", "Nobody has shown a challenge of that number"],
      ["/accounts/assay1nonsense", "An address of this ledger begins with assay1"],
      ["/datasets?state=Delisted", "Clear the filters"],
      ["/search?q=zzzzz", "Nothing here is called that"],
    ] as const) {
      await open(path);
      await page.waitForSelector(`main >> text=${words}`);
      expect(await page.locator("h1").count()).toBe(1);
    }
    const fresh = await browser.newContext();
    const other = listen(await fresh.newPage());
    await open(`/accounts/${addressToBech32(new Uint8Array(20).fill(7), "assay")}`, other);
    await other.waitForSelector("text=No coins yet");
    await fresh.close();
  });

  it("shows a transaction, done and failed, and unknown text as text", async () => {
    const keys = devnet.accounts.find(({ name }) => name === "alice")!;
    const client = await SigningAssayClient.connectWithSigner(devnet.rpc, await importWallet(keys.mnemonic));
    const memo = "<img src=x onerror=alert(1)> \u202e txet";
    const sent = await client.sendTokens(keys.address, keys.address, [{ denom: "uassay", amount: "1" }], {
      memo,
    });
    await open(`/tx/${sent.transactionHash}`);
    await page.waitForSelector("text=‹202E›");
    await page.waitForSelector("h2:has-text('Coins moved')");
    await picture("transaction-light");
    const fee = { amount: [{ denom: "uassay", amount: "5000" }], gas: "200000" };
    const tooMuch = [{ denom: "uassay", amount: "99000000000000" }];
    const failed = await client.sendTokens(keys.address, keys.address, tooMuch, { fee }).then(
      () => undefined,
      (error: { txHash?: string }) => error.txHash,
    );
    await open(`/tx/${failed}`);
    await page.waitForSelector("text=Not done: There are not enough coins");
  });

  it(
    "draws a hostile card as text",
    async () => {
      const keys = devnet.accounts.find(({ name }) => name === "carol")!;
      const client = await SigningAssayClient.connectWithSigner(
        devnet.rpc,
        await importWallet(keys.mnemonic),
      );
      const packed = pack(
        [
          { text: "one \u202e row", label: "a" },
          { text: "<b>two</b>", label: "b" },
        ],
        {
          labelNames: ["a", "b"],
        },
      );
      const card = [
        "# <script>alert(1)</script>",
        "",
        "A \u202egnp.exe and [a link](javascript:alert(1)), [another](https://example.org/).",
        "",
        "![x](https://example.org/x.png)",
      ].join("\n");
      const published = await publishDataset(
        client,
        {
          owner: keys.address,
          terms: {
            ...contentTerms(packed),
            name: "hostile-rows",
            version: 1,
            task: "text-classification",
            licence: "CC0-1.0",
            guideline: "",
            card,
            access: Access.ACCESS_PUBLIC,
            windowBlocks: (await reader.query.data.params()).challengeWindowBlocks,
          },
          claims: [{ kind: ClaimKind.CLAIM_KIND_AVAILABLE, stake: { denom: "uassay", amount: "100000000" } }],
        },
        { store: new MemoryPendingStore() },
      );
      const id = toHex(published.datasetId);
      await open(`/datasets/${id}?tab=card`);
      await page.waitForSelector(".prose");
      expect(await page.locator("main img, main script").count()).toBe(0);
      expect(
        await page
          .locator(".prose a")
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
      ).toEqual(["https://example.org/", "https://example.org/x.png"]);
      expect(await page.locator(".prose .hidden-char").count()).toBe(1);
      await page.waitForSelector("text=/of 4 validators hold/");
      await picture("waiting-light");
      // Nobody has uploaded the rows yet: an error with what it means, and another try that works.
      await page.click(".tabs >> text=Rows");
      await page.waitForSelector("text=This node does not hold the rows");
      complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes("404")));
      const content = new ContentClient(devnet.content);
      await content.put(packed.features.bytes);
      if (packed.labels) await content.put(packed.labels.bytes);
      await page.click("button:has-text('Try again')");
      await page.waitForSelector(".row-table .hidden-char");
      expect(await page.locator(".row-table b:text-is('two')").count()).toBe(0);
      await page.waitForSelector(".stamp-open", { timeout: STORY_MS });
    },
    STORY_MS,
  );

  it("fits a phone, has large targets there, and scrolls sideways nowhere", async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const small = listen(await phone.newPage());
    const paths = [
      "/",
      "/datasets",
      `/datasets/${tour.dataset_id}`,
      "/challenges",
      "/challenges/1",
      "/blocks",
      "/blocks/7",
      "/validators",
      "/params",
      `/accounts/${devnet.accounts[0]!.address}`,
    ];
    for (const path of paths) {
      await open(path, small);
      await small.waitForSelector("main .card");
      await small.waitForTimeout(400);
      const over = await small.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, over]).toEqual([path, 0]);
      if (["/", `/datasets/${tour.dataset_id}`, "/challenges/1"].includes(path)) {
        await picture(`phone-${paths.indexOf(path)}`, small);
      }
    }
    await open(`/datasets/${tour.dataset_id}`, small);
    for (const button of await small.locator(".act-bar .button").all()) {
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    await small.tap("button[aria-label=Menu]");
    await small.tap(".menu-sheet >> text=Validators");
    await small.waitForSelector("h1:has-text('Validators')");
    await phone.close();
  });

  it("is dark where the system is, and where the reader says so", async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: "dark" });
    await open(`/datasets/${tour.dataset_id}`);
    await page.waitForSelector(".claim");
    expect(await ground()).toBe("rgb(15, 16, 17)");
    await picture("dataset-dark");
    await open("/");
    await page.waitForSelector(".happening");
    await picture("overview-dark");
    await page.click("button[aria-label=More]");
    await page.click("text=Light");
    expect(await ground()).toBe("rgb(246, 246, 243)");
    await page.reload();
    expect(await ground()).toBe("rgb(246, 246, 243)");
    await page.click("button[aria-label=More]");
    await page.click("text=System");
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("moves nothing for who wants no motion, and keeps shapes in forced colours", async () => {
    await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
    await open(`/datasets/${tour.dataset_id}`);
    await page.waitForSelector(".claim");
    const moving = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === "running").length,
    );
    expect(moving).toBe(0);
    await picture("dataset-forced-colours");
    await page.emulateMedia({ reducedMotion: null, forcedColors: null });
  });

  it(
    "says when the node is down, keeps what it had, and goes on when it is back",
    async () => {
      await open("/datasets");
      await page.waitForSelector("text=imdb-film-sentences");
      isDown = true;
      await devnet.stop();
      await page.waitForSelector(".banner:has-text('The node does not answer')", { timeout: 30_000 });
      expect(await page.locator("text=imdb-film-sentences").count()).toBeGreaterThan(0);
      // A page that was not asked for before: an error, not a blank page, and no act.
      await page.click(".nav-link >> text=Validators");
      await page.waitForSelector("h1:has-text('Validators')");
      await page.goBack();
      await page.click(".named a >> text=imdb-film-sentences");
      await page.waitForSelector(".error-box");
      await picture("node-down-light");
      devnet = await startAt(offset);
      await page.waitForSelector(".banner", { state: "detached", timeout: 60_000 });
      await page.waitForSelector("h1:has-text('imdb-film-sentences')");
      isDown = false;
    },
    STORY_MS,
  );

  it("has complained about nothing", () => {
    expect(complaints).toEqual([]);
  });
});
