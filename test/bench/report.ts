/**
 * Figures as people read them: a ratio first, beside its aim and the bound that the same run measured.
 *
 * @module
 */
import { cpus, loadavg, platform, totalmem } from "node:os";
import type { ExecuteFigures, StageFigures } from "./execute.ts";
import type { ProfileShare } from "./profile.ts";
import type { Figures } from "./run.ts";
import type { TreeFigures } from "./tree.ts";

/** Texts; empty for what a row has not. */
export interface Row {
  readonly what: string;
  /** Of the measured to its bound. */
  readonly ratio: string;
  readonly aim: string;
  readonly measured: string;
  readonly bound: string;
}

/** The machine as a line, with what else it does: figures of a busy one are worth less. */
export function machine(): string {
  const all = cpus();
  const load = loadavg()[0]!;
  const gib = Math.round(totalmem() / 2 ** 30);
  return (
    `${all.length} x ${all[0]?.model.trim() ?? "unknown processor"}, ${gib} GiB, ${platform()}, ` +
    `Node ${process.version.slice(1)}, ${new Date().toISOString().slice(0, 10)}, load ${load.toFixed(1)}`
  );
}

const whole = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
const us = (value: number): string => `${value.toPrecision(2 + (value >= 100 ? 1 : 0))} us`;
const ms = (value: number): string => (value < 10 ? `${value.toFixed(1)} ms` : `${whole(value)} ms`);
const times = (value: number): string => `${value.toFixed(2)} x`;
const thousands = (value: number): string => {
  if (value > 0 && value % 1_000_000 === 0) return `${value / 1_000_000} M`;
  return value % 1000 === 0 ? `${value / 1000} k` : whole(value);
};

const atLeast = (aim: number, value: number): string => `>= ${aim} ${value >= aim ? "✓" : "✗"}`;
const atMost = (aim: number, value: number, unit = ""): string =>
  `<= ${aim}${unit} ${value <= aim ? "✓" : "✗"}`;

const row = (what: string, measured: string, rest: Partial<Row> = {}): Row => ({
  what,
  measured,
  ratio: "",
  aim: "",
  bound: "",
  ...rest,
});

function treeRows({ keys, nativeHashUs, writes, ...tree }: TreeFigures): Row[] {
  const of = `${thousands(keys)} keys`;
  return [
    ...writes.map(({ batch, usPerWrite, hashesPerWrite, ratioToHashing, usPerWriteCommitted }) =>
      row(
        `tree write with hashes, ${of}, batches of ${whole(batch)}`,
        `${us(usPerWrite)}; durable ${us(usPerWriteCommitted)}`,
        {
          ratio: times(ratioToHashing),
          aim: atMost(1.6, ratioToHashing),
          bound: `${hashesPerWrite.toFixed(1)} hashes of ${us(nativeHashUs)}`,
        },
      ),
    ),
    row(
      `read of the newest state, ${of}; of a height; proof`,
      `${us(tree.getUs)}; ${us(tree.getAtHeightUs)}; ${us(tree.proofUs)}`,
    ),
    row(`reopen from disk, ${of}`, ms(tree.reopenMs), {
      ratio: times(tree.reopenRatioToHashing),
      aim: atMost(2, tree.reopenRatioToHashing),
      bound: `${ms(tree.reopenMs / tree.reopenRatioToHashing)} of hashing`,
    }),
  ];
}

const verifies = (perSecond: number): string => `${whole(perSecond)} verifications/s`;

export function rowsOf(figures: Figures): Row[] {
  const { raw, tree = [], decode, execute = [], wholeWay = [], http, latency, memory } = figures;
  const rows: Row[] = [];
  for (const { accounts, txPerSecond, ratioToVerify, verifyPerSecond } of wholeWay) {
    rows.push(
      row(`transfers committed, no network, ${thousands(accounts)} accounts`, `${whole(txPerSecond)} tx/s`, {
        ratio: times(ratioToVerify),
        aim: atLeast(0.6, ratioToVerify),
        bound: verifies(verifyPerSecond),
      }),
    );
  }
  if (http !== undefined) {
    const { accounts, connections, txPerSecond, ratioToVerify, verifyPerSecond } = http;
    rows.push(
      row(
        `the same over HTTP, one a request, ${connections} connections, ${thousands(accounts)} accounts`,
        `${whole(txPerSecond)} tx/s`,
        {
          ratio: times(ratioToVerify),
          aim: atLeast(0.3, ratioToVerify),
          bound: verifies(verifyPerSecond),
        },
      ),
      row("event-loop delay under that load, p99", ms(http.loopDelayP99Ms), {
        aim: atMost(50, http.loopDelayP99Ms, " ms"),
      }),
    );
  }
  const [small, large] = wholeWay;
  if (small !== undefined && large !== undefined) {
    const cost = small.txPerSecond / large.txPerSecond;
    rows.push(
      row(
        `time of a transfer, ${thousands(large.accounts)} accounts against ${thousands(small.accounts)}`,
        us(1e6 / large.txPerSecond),
        { ratio: times(cost), aim: atMost(1.3, cost), bound: us(1e6 / small.txPerSecond) },
      ),
    );
  }
  for (const { accounts, executePerSecond, verifyPerSecond } of execute) {
    rows.push(
      row(
        `block executed and hashed, ${thousands(accounts)} accounts`,
        `${us(1e6 / executePerSecond)} a transfer`,
        { ratio: times(executePerSecond / verifyPerSecond), bound: verifies(verifyPerSecond) },
      ),
    );
  }
  for (const each of tree) rows.push(...treeRows(each));
  if (decode !== undefined) {
    const { strictUs, protobufjsUs, protobufjsStrictUs, cosmjsUs, txBytes } = decode;
    const ratio = strictUs / protobufjsUs;
    rows.push(
      row(`strict decode of a transfer of ${txBytes} bytes`, us(strictUs), {
        ratio: times(ratio),
        aim: atMost(1.5, ratio),
        bound:
          `${us(protobufjsUs)} protobufjs, not strict ` +
          `(strict ${us(protobufjsStrictUs)}; cosmjs-types ${us(cosmjsUs)})`,
      }),
    );
  }
  if (latency !== undefined) {
    rows.push(
      row(
        `from request to commit at ${latency.txPerSecond} tx/s, p50 and p95`,
        `${ms(latency.p50Ms)}; ${ms(latency.p95Ms)}`,
        { bound: `blocks of ${whole(latency.blockTimeMs)} ms` },
      ),
    );
  }
  if (memory !== undefined) {
    const { accounts, firstRssMb, reopenedRssMb, readyMs, large } = memory;
    rows.push(
      row(
        `memory of a node of ${thousands(accounts)} accounts: after genesis; started again`,
        `${whole(firstRssMb)} MB; ${whole(reopenedRssMb)} MB`,
        { bound: `answers after ${ms(readyMs)}` },
      ),
    );
    if (large !== undefined) {
      rows.push(
        row(
          `memory of a node of ${thousands(large.accounts)} accounts, started`,
          `${whole(large.rssMb)} MB`,
          {
            aim: atMost(600, large.rssMb, " MB"),
            bound: `answers after ${ms(large.readyMs)}`,
          },
        ),
      );
    }
  }
  if (raw !== undefined) {
    rows.push(
      row("secp256k1, native, one core", verifies(raw.verifyPerSecond)),
      row("sha256 of 110 bytes, native, one core", `${whole(raw.sha256PerSecond)} hashes/s`),
    );
  }
  return rows;
}

export function markdown(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, ratio, aim, measured, bound }) => `| ${what} | ${ratio} | ${aim} | ${measured} | ${bound} |`,
  );
  return [
    "| what | ratio | aim | measured | bound of the same run |",
    "|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

const STAGES: readonly (readonly [keyof StageFigures, string])[] = [
  ["checkUs", "CheckTx: decode, ante chain, signature in its thread"],
  ["proposalUs", "PrepareProposal and ProcessProposal"],
  ["executeUs", "FinalizeBlock: ante chain, messages, events"],
  ["treesUs", "FinalizeBlock: tree writes and hashes"],
  ["commitUs", "Commit: one synced batch"],
  ["engineUs", "engine: block, parts, votes, results, mempool"],
];

function stageTable(execute: readonly ExecuteFigures[]): string {
  const head = execute.map(({ accounts }) => `${thousands(accounts)} accounts`.padStart(16)).join("");
  const lines = STAGES.map(
    ([name, text]) =>
      text.padEnd(56) + execute.map(({ stages }) => stages[name].toFixed(1).padStart(16)).join(""),
  );
  return ["us a transfer, wall clock, each stage alone".padEnd(56) + head, ...lines].join("\n");
}

function profileTable(title: string, profile: readonly ProfileShare[]): string {
  const sum = profile.reduce((total, { usPerTx }) => total + usPerTx, 0);
  const lines = [...profile, { stage: "all of it", usPerTx: sum }].map(
    ({ stage, usPerTx }) => stage.padEnd(56) + usPerTx.toFixed(1).padStart(16),
  );
  return [`us a transfer on the main thread, sampled: ${title}`, ...lines].join("\n");
}

/** What does not fit in the table. */
export function details({ execute = [], wholeWay = [], http }: Figures): string {
  const parts: string[] = [];
  if (execute.length > 0) parts.push(stageTable(execute));
  for (const { accounts, profile, cpuUsPerTx } of wholeWay) {
    const title = `no network, ${thousands(accounts)} accounts (CPU of all threads ${us(cpuUsPerTx)})`;
    parts.push(profileTable(title, profile));
  }
  if (http !== undefined) {
    const title = `over HTTP (CPU of all threads and clients ${us(http.cpuUsPerTx)})`;
    parts.push(profileTable(title, http.profile));
    parts.push(`longest event-loop delay under that load: ${ms(http.loopDelayMaxMs)}`);
  }
  return parts.join("\n\n");
}
