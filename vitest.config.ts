import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["assay-source"] },
  ssr: { resolve: { conditions: ["assay-source"], externalConditions: ["assay-source"] } },
  test: {
    include: ["*/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Every application that a test runs behind an engine, in this process or in one of its children, is checked.
    env: { ASSAY_ABCI_GRAMMAR: "on" },
  },
});
