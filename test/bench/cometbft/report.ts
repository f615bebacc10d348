/**
 * What the load through each system gave, as a table; ratios are to the kvstore on the same transport.
 *
 * @module
 */
import type { CometFigures, CometSizes, SystemName } from "./run.ts";

const BOUNDS: Partial<Record<SystemName, SystemName>> = {
  "Assay, CometBFT, 1 validator, socket": "kvstore in TypeScript, CometBFT, socket",
  "Assay, CometBFT, 1 validator, gRPC": "kvstore in TypeScript, CometBFT, gRPC",
};
const AIM = 0.8;

export function cometTable(figures: readonly CometFigures[], { steady }: CometSizes): string {
  const speeds = new Map(figures.map(({ name, throughput }) => [name, throughput.txPerSecond]));
  const us = (value: number | undefined): string => (value === undefined ? "" : `${Math.round(value)} us`);
  const rows = figures.map(({ name, throughput, inclusion }) => {
    const { txPerSecond, cpuUsPerTx, answerP50Ms, answerP99Ms } = throughput;
    const bound = speeds.get(BOUNDS[name] as SystemName);
    const ratio = bound === undefined ? undefined : txPerSecond / bound;
    return [
      name,
      Math.round(txPerSecond).toString(),
      ratio === undefined ? "" : `${ratio.toFixed(2)} x (>= ${AIM} ${ratio >= AIM ? "✓" : "✗"})`,
      us(cpuUsPerTx.node),
      us(cpuUsPerTx.application),
      us(cpuUsPerTx.both),
      `${answerP50Ms.toFixed(1)}, ${answerP99Ms.toFixed(1)} ms`,
      inclusion === undefined ? "" : `${Math.round(inclusion.p50Ms)}, ${Math.round(inclusion.p95Ms)} ms`,
    ];
  });
  const head = [
    "system",
    "committed tx/s",
    "to the kvstore",
    "CPU a tx: node",
    "application",
    "in one",
    "broadcast answered, p50, p99",
    `inclusion at ${steady.txPerSecond} tx/s, p50, p95`,
  ];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
