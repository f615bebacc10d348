/** `assay devnet mine`, `snapshot`, `revert`, `export`, `import`: asked of the devnet that runs on a home. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { askDevnet, runningDevnet } from "@assay/devnet/control";
import { keptConfig } from "@assay/devnet/prepare";
import { copyDevnet, type Snapshot } from "@assay/devnet/snapshots";
import type { Session } from "../session.ts";

const homeOf = (session: Session): string => resolve(session.settings.home);

export async function mine(session: Session, blocks: number): Promise<void> {
  const answer = (await askDevnet(homeOf(session), "mine", blocks)) as { height: number };
  session.out.data(answer, () => `The ledger is at block ${answer.height}`);
}

export async function snapshot(session: Session): Promise<void> {
  const taken = (await askDevnet(homeOf(session), "snapshot", null)) as unknown as Snapshot;
  session.out.data({ ...taken }, () => `Snapshot ${taken.id}, of block ${taken.height}`);
  session.out.talk(`Back to it: assay devnet revert ${taken.id}`);
}

export async function snapshots(session: Session): Promise<void> {
  const all = (await askDevnet(homeOf(session), "snapshots", null)) as unknown as Snapshot[];
  session.out.data({ snapshots: all.map((one) => ({ ...one })) }, () =>
    all.length === 0
      ? "No snapshots"
      : all.map(({ id, height, taken }) => `${id}  block ${height}  ${taken}`).join("\n"),
  );
}

export async function revert(session: Session, id: number): Promise<void> {
  const now = (await askDevnet(homeOf(session), "revert", id)) as unknown as Snapshot;
  session.out.data({ ...now }, () => `The ledger is back at block ${now.height}`);
}

export async function exportDevnet(session: Session, dir: string): Promise<void> {
  const [home, folder] = [homeOf(session), resolve(dir)];
  if ((await runningDevnet(home)) === undefined) await copyDevnet(home, folder);
  else await askDevnet(home, "export", folder);
  session.out.data({ folder }, () => `The devnet is copied to ${folder}`);
  session.out.talk(`Run it: assay devnet --home ${folder}`);
}

export async function importDevnet(session: Session, dir: string): Promise<void> {
  const [home, folder] = [homeOf(session), resolve(dir)];
  // A copy that is not a devnet's is told as such, before anything is made of it.
  if (existsSync(folder)) keptConfig(folder);
  await copyDevnet(folder, home);
  session.out.data({ home }, () => `The devnet is in ${home}`);
  session.out.talk(`Run it: assay devnet --home ${home}`);
}
