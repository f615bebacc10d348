// npm run install:cometbft: the real engine, built from its source by Go into .assay/bin (ignored by git).
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "0.38.25";
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, ".assay", "bin");
const binary = join(folder, process.platform === "win32" ? "cometbft.exe" : "cometbft");

const run = (command, args, options = {}) => spawnSync(command, args, { encoding: "utf8", ...options });
const isThere = () => run(binary, ["version"]).stdout?.trim() === VERSION;

if (isThere()) {
  console.log(`CometBFT ${VERSION} is there: ${binary}`);
} else if (run("go", ["version"]).status !== 0) {
  console.error(
    "CometBFT is built from its source, which needs Go 1.22 or later: see https://go.dev/doc/install",
  );
  process.exitCode = 1;
} else {
  console.log(`Building CometBFT ${VERSION} (a minute or two)`);
  mkdirSync(folder, { recursive: true });
  const module = `github.com/cometbft/cometbft/cmd/cometbft@v${VERSION}`;
  const build = run("go", ["install", module], { stdio: "inherit", env: { ...process.env, GOBIN: folder } });
  if (build.status !== 0) {
    console.error(`go install ${module} failed; what it says above is the cause`);
    process.exitCode = 1;
  } else if (!isThere()) {
    console.error(`${binary} does not say that it is version ${VERSION}`);
    process.exitCode = 1;
  } else console.log(`CometBFT ${VERSION}: ${binary}`);
}
