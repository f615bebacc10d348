// npm run install:validators: other people's judges of what we hand out (Keplr's chain validator, OpenAPI's schema) in
// .assay/validators (ignored by git), for the tests that ask them. Apart from our own packages: they bring 180 others.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = {
  "@keplr-wallet/chain-validator": "0.13.16",
  "@seriousme/openapi-schema-validator": "2.11.0",
};
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, ".assay", "validators");

const isThere = () =>
  Object.keys(PACKAGES).every((name) => existsSync(join(folder, "node_modules", name, "package.json")));

if (isThere()) {
  console.log(`validators are there: ${folder}`);
} else {
  mkdirSync(folder, { recursive: true });
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const install = spawnSync("npm", ["install", "--prefix", folder, ...quiet, ...wanted], {
    cwd: folder,
    stdio: "inherit",
  });
  if (install.status !== 0 || !isThere()) {
    console.error("the validators could not be installed; they come from npm's registry");
    process.exitCode = 1;
  } else console.log(`validators: ${folder}`);
}
