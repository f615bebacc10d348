import type { PendingReveal } from "@assay/client/pending";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const pending = (id: string, change: Partial<PendingReveal> = {}): PendingReveal => ({
  id,
  kind: "challenge",
  chainId: "c",
  account: "assay1me",
  datasetId: "00",
  title: "t",
  reveal: "AA==",
  commitTx: "",
  commitBy: 0,
  commitHeight: 0,
  revealFrom: 0,
  revealBy: 0,
  revealTx: "",
  ...change,
});

/** The browser's storage, as far as it is used here. */
class Storage {
  readonly items = new Map<string, string>();
  full = false;
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

let storage: Storage;
beforeEach(() => {
  storage = new Storage();
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("location", { href: "http://127.0.0.1/", pathname: "/", search: "" });
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

describe("sealed challenges in the browser", () => {
  it("are in storage when save returns, and there after a reload", async () => {
    const { browserStore } = await import("./pending.ts");
    await browserStore.save(pending("a"));
    await browserStore.save(pending("b"));
    await browserStore.save(pending("a", { commitHeight: 7 }));
    expect(JSON.parse(storage.items.get("assay.pending")!)).toHaveLength(2);
    vi.resetModules();
    const again = await import("./pending.ts");
    expect(again.pendings.value.find((one) => one.id === "a")!.commitHeight).toBe(7);
    await again.browserStore.remove("a");
    expect((await again.browserStore.list()).map((one) => one.id)).toEqual(["b"]);
  });

  it("are refused, so that nothing is sent, where the browser keeps nothing", async () => {
    const { browserStore } = await import("./pending.ts");
    storage.full = true;
    await expect(browserStore.save(pending("a"))).rejects.toThrow("Nothing was sent");
  });

  it("do not lose what another tab sealed meanwhile", async () => {
    const { browserStore } = await import("./pending.ts");
    storage.items.set("assay.pending", JSON.stringify([pending("other")]));
    await browserStore.save(pending("mine"));
    expect((await browserStore.list()).map((one) => one.id)).toEqual(["other", "mine"]);
  });

  it("are taken as none where storage holds something else", async () => {
    storage.items.set("assay.pending", '{"not":"a list"}');
    const { pendings } = await import("./pending.ts");
    expect(pendings.value).toEqual([]);
  });
});
