// npm run install:node24: a second Node in .assay/node24 (ignored by git), for the tests that compare both. npm's
// package carries the binary itself, so nothing else is downloaded and no script runs.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "24.21.0";
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, ".assay", "node24");
const name = `node-${process.platform}-${process.arch}`;
const binary = join(folder, "node_modules", name, "bin", "node");

const isThere = () => spawnSync(binary, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${VERSION}`;

if (isThere()) {
  console.log(`Node ${VERSION} is there: ${binary}`);
} else {
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-package-lock", "--ignore-scripts", `${name}@${VERSION}`];
  const install = spawnSync("npm", args, { cwd: folder, stdio: "inherit" });
  if (install.status !== 0 || !isThere()) {
    console.error(`${name}@${VERSION} could not be installed; it comes from npm's registry`);
    process.exitCode = 1;
  } else console.log(`Node ${VERSION}: ${binary}`);
}
