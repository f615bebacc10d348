/**
 * The explorer's static bundle: built once for what the sources are, in the background, while the node serves a page
 * that waits for it.
 *
 * @module
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["explorer", "client", "primitives", "proto"];
const MARK = "built-from.txt";

function fingerprint(root: string): string {
  const hash = createHash("sha256");
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${folder}/${entry.name}`;
      if (/^(node_modules|dist|dist-page)$/.test(entry.name) || entry.name.endsWith(".test.ts")) continue;
      if (entry.isDirectory()) walk(path);
      else
        hash
          .update(path)
          .update("\0")
          .update(readFileSync(join(root, path)));
    }
  };
  for (const folder of SOURCES) walk(folder);
  hash.update(readFileSync(join(root, "package-lock.json")));
  return hash.digest("hex");
}

export const pageFolder = (root: string): string => join(root, "explorer", "dist-page");

/** True where the built page is of today's sources. */
export function isPageCurrent(root: string): boolean {
  const mark = join(pageFolder(root), MARK);
  return existsSync(mark) && readFileSync(mark, "utf8") === fingerprint(root);
}

/** Loaded before vite: ends it with its parent. The channel alone does not keep it running. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  'process.once("disconnect", () => process.exit(1)); process.channel?.unref();',
)}`;

/**
 * Builds the page where it is not current.
 * @returns milliseconds it took; 0 where nothing was to do, as in an installed program, which has the page only.
 * @throws Error with vite's last words, or where the signal ended it.
 */
export async function buildPage(root: string, signal?: AbortSignal): Promise<number> {
  if (!existsSync(join(root, "explorer", "package.json")) || isPageCurrent(root)) return 0;
  const before = performance.now();
  // What was read now is what is built; a change during the build makes the mark stale, not wrong.
  const built = fingerprint(root);
  const output: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", END_WITH_PARENT, join(root, "node_modules/vite/bin/vite.js"), "build", "explorer"],
      {
        cwd: root,
        ...(signal === undefined ? {} : { signal }),
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        env: { ...process.env, NODE_ENV: "production" },
      },
    );
    child.stdout!.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr!.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) {
    throw new Error(
      `the explorer could not be built\n${Buffer.concat(output).toString("utf8").trimEnd().split("\n").slice(-20).join("\n")}`,
    );
  }
  writeFileSync(join(pageFolder(root), MARK), built);
  return performance.now() - before;
}
