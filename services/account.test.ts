import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { KeyFileError, openAccount } from "./account.ts";

const WORDS = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
const folder = mkdtempSync(join(tmpdir(), "assay-account-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(text: string, mode = 0o600) {
  const keyFile = join(folder, `${Math.random()}`);
  writeFileSync(keyFile, text, { mode });
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const config = { nodeUrl: "http://127.0.0.1:1", keyFile, bech32Prefix: "assay", gasPrice: "0.025uassay" };
  return { lines, account: openAccount(config, logger) };
}

test("opens a key file without a node", async () => {
  const { account, lines } = open(`${WORDS}\n`);
  expect((await account).address).toMatch(/^assay1[0-9a-z]{38}$/);
  expect(lines).toEqual([]);
});

test("tells when others may read it, and not what is in it", async () => {
  const { account, lines } = open(WORDS, 0o644);
  await account;
  expect(lines.join("")).toContain("chmod 600");
  expect(lines.join("")).not.toContain("abandon");
});

test.each(["", "abandon zebra", WORDS.replace("about", "zzzzz"), `${WORDS} ${WORDS} twice`])(
  "refuses %j without repeating a word of it",
  async (text) => {
    const error = await open(text).account.then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error).toBeInstanceOf(KeyFileError);
    expect(error?.cause).toBeUndefined();
    const logged: string[] = [];
    pino({}, { write: (line: string) => void logged.push(line) }).error({ err: error }, "failed");
    for (const word of text.split(" ").filter((w) => w !== "")) expect(logged.join("")).not.toContain(word);
  },
);

test("names a file that is not there", async () => {
  const config = {
    nodeUrl: "",
    keyFile: join(folder, "none"),
    bech32Prefix: "assay",
    gasPrice: "0.025uassay",
  };
  await expect(openAccount(config)).rejects.toThrow(/none cannot be read: ENOENT/);
});
