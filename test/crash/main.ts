/**
 * `npm run test:crash -- --rounds 50 --seed N`: kill -9 at random moments under load. Every transaction whose commit was
 * announced must be there exactly once, app hashes must equal those of a run that was never killed, and the node must be
 * back within 20 s. Then files are torn and flipped: damage must be detected and named.
 */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DiskBlocks } from "@assay/chain/engine/block-store";
import { parseGenesis } from "@assay/chain/engine/genesis";
import { homePaths } from "@assay/chain/home";
import { replay } from "@assay/chain/replay";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { AssayClient } from "@assay/client/client";
import { defaultConfig } from "@assay/devnet/config";
import { writeHome } from "@assay/devnet/home";
import { checkPorts, portsAt } from "@assay/devnet/ports";
import { toHex } from "@assay/primitives/bytes";
import { Load } from "./load.ts";
import { NodeProcess } from "./node-process.ts";
import { Random } from "./random.ts";
import { Record } from "./record.ts";

const argument = (name: string, absent: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? absent : Number(process.argv[at + 1]);
};
const rounds = argument("rounds", 50);
const damages = argument("damages", 12);
const seed = argument("seed", Date.now() % 1_000_000);
const random = new Random(seed);
const BACK_WITHIN_MS = 20_000;
const SENDERS = 6;

console.log(
  `seed ${seed}; repeat with: npm run test:crash -- --rounds ${rounds} --damages ${damages} --seed ${seed}`,
);

const home = mkdtempSync(join(tmpdir(), "assay-crash-"));
const ports = portsAt(argument("port-offset", 4200));
const config = {
  ...defaultConfig(),
  blockTimeMs: 100,
  accounts: Array.from({ length: SENDERS }, (_, i) => ({
    name: `sender-${i}`,
    coins: [{ denom: "uassay", amount: "1000000000000" }],
  })),
};
await checkPorts("127.0.0.1", [ports.rpc, ports.web, ports.grpc, ports.metrics]);
const keys = await writeHome(home, config, ports);
const rpcUrl = `http://127.0.0.1:${ports.rpc}`;
const client = AssayClient.create(rpcUrl, { timeoutMs: 5000 });
const load = new Load(rpcUrl, keys.accounts);
const record = new Record();
const faults: string[] = [];
let worstBackMs = 0;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function startAgain(): Promise<NodeProcess> {
  const before = performance.now();
  const node = new NodeProcess(home);
  await node.ready;
  // Back is: answers, and makes a block that was not there before.
  for (;;) {
    try {
      if ((await client.getHeight()) > record.height) break;
    } catch {
      // Not listening yet.
    }
    if (performance.now() - before > BACK_WITHIN_MS) {
      faults.push(`not back within ${BACK_WITHIN_MS / 1000} s`);
      break;
    }
    await pause(20);
  }
  worstBackMs = Math.max(worstBackMs, performance.now() - before);
  return node;
}

let node = await startAgain();
for (let round = 1; round <= rounds; round++) {
  await load.start();
  const until = performance.now() + random.between(150, 1500);
  while (performance.now() < until) {
    try {
      await record.follow(client);
    } catch (error) {
      faults.push(`round ${round}: ${(error as Error).message}`);
      break;
    }
    await pause(random.between(0, 30));
  }
  await node.kill();
  await load.stop();
  node = await startAgain();
  await record.verify(client, 40);
  if (round % 10 === 0)
    console.log(`round ${round}: height ${record.height}, ${record.txCount} transactions announced`);
}
await record.follow(client);
await record.verify(client, record.height);
const how = await node.stop();
if (how !== "code 0") faults.push(`the last stop ended with ${how}`);
faults.push(...record.faults);
const doubled = record.doubled();

// A run that was never killed: the same blocks on a fresh application.
let compared = 0;
{
  const paths = homePaths(home);
  const backend = await LevelBackend.open(paths.state);
  const blocks = await DiskBlocks.open(backend);
  const genesis = parseGenesis(readFileSync(paths.genesis, "utf8"));
  await replay({
    blocks,
    genesis,
    onHeight(height, appHash) {
      const next = record.blocks.get(height + 1);
      if (next === undefined) return;
      if (next.appHash !== toHex(appHash))
        faults.push(`height ${height}: the announced app hash is not the replayed one`);
      compared++;
    },
  });
  await backend.close();
}

/** Damages one file of a copy and starts a node on it. */
async function damage(kind: "flip" | "tear" | "zero"): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), "assay-damage-"));
  try {
    cpSync(home, copy, { recursive: true });
    const folder = homePaths(copy).state;
    const files = readdirSync(folder).filter(
      (name) => /\.(ldb|log)$|^MANIFEST|^CURRENT/.test(name) && statSync(join(folder, name)).size > 0,
    );
    const file = random.pick(files);
    const path = join(folder, file);
    const size = statSync(path).size;
    if (kind === "tear") truncateSync(path, random.between(0, size - 1));
    else {
      const bytes = readFileSync(path);
      const at = random.between(0, size - 1);
      if (kind === "flip") bytes[at] = bytes[at]! ^ (1 << random.between(0, 7));
      else bytes.fill(0, Math.max(0, size - 4096));
      writeFileSync(path, bytes);
    }
    const damaged = new NodeProcess(copy);
    const outcome = await Promise.race([
      damaged.ready.then(() => "runs" as const),
      damaged.ended,
      pause(BACK_WITHIN_MS).then(() => "hangs" as const),
    ]);
    if (outcome === "hangs") {
      await damaged.kill();
      faults.push(`${kind} ${file}: the node hangs`);
      return "hangs";
    }
    if (outcome === "runs") {
      // It may run only where nothing that was announced is lost: the damage was in bytes that nobody needs.
      const check = new Record();
      for (const [height, block] of record.blocks) check.blocks.set(height, block);
      try {
        await check.verify(client, check.height);
      } catch (error) {
        check.faults.push((error as Error).message);
      }
      await damaged.stop();
      const clear =
        /corrupt|damage|missing/i.test(damaged.output()) ||
        check.faults.every((f) => /corrupt|damage/i.test(f));
      if (check.faults.length > 0 && !clear) faults.push(`${kind} ${file}: runs on, but ${check.faults[0]}`);
      return check.faults.length > 0 ? "named when read" : "harmless";
    }
    const output = damaged.output();
    const named = output.includes(folder) || output.includes(file);
    if (!named)
      faults.push(`${kind} ${file}: the error names neither file nor folder: ${output.slice(-300)}`);
    return "refused and named";
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const outcomes = new Map<string, number>();
for (let i = 0; i < damages; i++) {
  const outcome = await damage((["flip", "tear", "zero"] as const)[i % 3]!);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

console.log(`
rounds                    ${rounds}
blocks                    ${record.height}
transactions accepted     ${load.accepted}
transactions announced    ${record.txCount}
lost or changed           ${record.faults.length}
doubled                   ${doubled.length}
app hashes compared       ${compared}
worst time to be back     ${(worstBackMs / 1000).toFixed(1)} s
damaged files             ${[...outcomes].map(([name, count]) => `${count} ${name}`).join(", ")}
faults                    ${faults.length + doubled.length}`);
for (const fault of [...faults, ...doubled.map((tx) => `twice: ${tx}`)].slice(0, 20))
  console.log(`  ${fault}`);
rmSync(home, { recursive: true, force: true });
const failed = faults.length + doubled.length > 0 ? 1 : 0;
console.log(`\n${1 - failed} passed, ${failed} failed`);
process.exit(failed);
