/** The description of the routes: what it says is so, at a real node; and its page, in a real browser. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { API_METHODS } from "@assay/proto/gen/api/methods";
import Ajv2020 from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, howToGetIt, launchBrowser } from "../e2e/chromium.ts";
import { needs } from "../harness/binaries.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

// biome-ignore lint/suspicious/noExplicitAny: a foreign document
type Document = any;

const validators = needs("validators");
let chain: TestNode;
let base: string;
let document: Document;

beforeAll(async () => {
  chain = await startTestNode();
  base = `http://127.0.0.1:${chain.node.webPort}`;
  await chain.node.nextBlock();
  document = await (await fetch(`${base}/openapi.json`)).json();
});

afterAll(() => chain?.close());

describe("openapi.json", () => {
  it.skipIf(validators.missing)(`is OpenAPI 3.1 by its own schema${validators.howToGetIt}`, async () => {
    const at = join(validators.path, "@seriousme/openapi-schema-validator/index.js");
    const { Validator } = (await import(pathToFileURL(at).href)) as Document;
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    expect((await validator.validate({ ...document, paths: { x: 1 } })).valid).toBe(false);
  });

  it("has every route of the table, and no other", () => {
    const documented = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`),
    );
    const offered = API_METHODS.flatMap(({ routes }) =>
      routes.map(({ verb, template }) => `${verb} ${template.replace("=**}", "}")}`),
    );
    expect(documented.sort()).toEqual(offered.sort());
    expect(offered.length).toBeGreaterThan(50);
  });

  it("refers to nothing that is not there", () => {
    const text = JSON.stringify(document);
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/([\w.]+)"/g)) {
      expect(document.components[kind!][name!], name).toBeDefined();
    }
  });

  it("every GET answers as it says, or refuses as it says", async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "openapi", ...document });
    const alice = chain.address("alice");
    const values: Record<string, string> = {
      address: alice,
      account: alice,
      owner: alice,
      address_string: alice,
      denom: "uassay",
      height: "1",
      name: "data",
      operator: alice,
      id: "1",
      hash: "ab".repeat(32),
      dataset_id: "0a".repeat(32),
      model_id: "0a".repeat(32),
      version_id: "0a".repeat(32),
      parent_id: "0a".repeat(32),
      builder: alice,
    };
    const queries: Record<string, string> = {
      "/cosmos/bank/v1beta1/balances/{address}/by_denom": "?denom=uassay",
      "/cosmos/bank/v1beta1/spendable_balances/{address}/by_denom": "?denom=uassay",
      "/cosmos/bank/v1beta1/supply/by_denom": "?denom=uassay",
      "/cosmos/bank/v1beta1/denoms_metadata_by_query_string": "?denom=uassay",
      "/cosmos/tx/v1beta1/txs": "?query=tx.height%3E0",
      "/cosmos/base/tendermint/v1beta1/abci_query": "?path=/app/version",
      "/assay/data/v1/positions": `?account=${alice}`,
      "/assay/data/v1/unbondings": `?account=${alice}`,
      "/assay/registry/v1/grants": `?builder=${alice}`,
    };
    const absent: string[] = [];
    for (const [path, item] of Object.entries(document.paths as Record<string, Document>)) {
      if (item.get === undefined) continue;
      const id = /(datasets|models|versions)\/\{id\}$/.test(path) ? "0a".repeat(32) : values.id!;
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === "id" ? id : values[name]!));
      const response = await fetch(base + filled + (queries[path] ?? ""));
      const answer = await response.json();
      if (response.status === 404) absent.push(path);
      else expect([path, response.status, answer.message]).toEqual([path, 200, undefined]);
      const pointer =
        response.status === 200
          ? `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/get/responses/200/content/application~1json/schema`
          : "#/components/responses/error/content/application~1json/schema";
      const validate = ajv.compile({ $ref: `openapi${pointer}` });
      expect([path, validate(answer), validate.errors]).toEqual([path, true, null]);
    }
    expect(absent).toEqual([
      "/assay/attest/v1/questions/{id}",
      "/assay/challenge/v1/cases/{id}",
      "/assay/data/v1/datasets/{id}",
      "/assay/registry/v1/models/{id}",
      "/assay/registry/v1/versions/{id}",
      "/assay/registry/v1/versions/{version_id}/card",
      "/assay/registry/v1/versions/{version_id}/scores",
      "/assay/staking/v1/validators/{operator}",
      "/cosmos/tx/v1beta1/txs/{hash}",
    ]);
  });

  it("may be read by pages of other origins", async () => {
    const { headers } = await fetch(`${base}/openapi.json`);
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe.skipIf(chromiumPath === undefined)(`the page${howToGetIt}`, () => {
  it("shows each route under the node's policy, wide and narrow, with nothing refused", async () => {
    const browser = await launchBrowser();
    try {
      for (const width of [1280, 360]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        const said: string[] = [];
        page.on("console", (message) => said.push(message.text()));
        await page.route("**/favicon.svg", (route) => route.fulfill({ status: 204 }));
        await page.goto(`${base}/docs#cosmos.bank.v1beta1.Query_AllBalances`);
        expect(await page.locator("summary .verb").count()).toBeGreaterThan(50);
        const one = page.locator('[id="cosmos.bank.v1beta1.Query_AllBalances"]');
        await one.locator("summary").click();
        await one.getByText("pagination.limit", { exact: true }).waitFor();
        expect(await one.textContent()).toContain("/cosmos/bank/v1beta1/balances/");
        await one.getByRole("link", { name: "QueryAllBalancesResponse" }).click();
        const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect([width, sideways]).toEqual([width, 0]);
        expect(said).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
