/**
 * How a model runs, for who serves it and for who checks it: one thread, one order, one level of optimisation. Between
 * levels the same model differs by some 1e-6, between batches by some 1e-8: far inside tau, but not the same bits.
 *
 * @module
 */

export const SESSION_OPTIONS = {
  executionProviders: ["cpu"],
  executionMode: "sequential",
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: "basic",
  // An arena keeps what the largest batch took.
  enableCpuMemArena: false,
  logSeverityLevel: 4,
} as const;

/** Share of a version's measured output range by which two honest runs may differ. */
export const TAU_OF_RANGE = 1e-4;
