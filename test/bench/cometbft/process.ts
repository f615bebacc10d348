/**
 * Processes under measurement: started, and asked what CPU they have used.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { Child, type Program } from "@assay/chain/cometbft/child";

/** Whose CPU it is: a node that orders, an application that executes, or both in one. */
export type Part = "node" | "application" | "both";

export interface Measured {
  readonly part: Part;
  readonly pid: number;
}

/** Of the kernel's clock, on every Linux of today. */
const TICKS_PER_SECOND = 100;

/** Microseconds of all threads since the start; 0 where there is no /proc. */
export function cpuUs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the name, which may hold anything: the 12th and 13th field are user and system time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1e6) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** Resolves once it says that it is ready; one that does not talk is taken as it is. @throws Error with its last words. */
export async function startChild(program: Program): Promise<Child> {
  let ready: () => void = () => {};
  const isReady = new Promise<true>((resolve) => {
    ready = () => resolve(true);
  });
  const child = new Child(program, () => {}, ready);
  if (!program.talks) return child;
  const told = await Promise.race([isReady, child.ended]);
  if (told !== true) throw new Error(`${program.command} ended with ${told.how}\n${child.lastWords()}`);
  return child;
}
