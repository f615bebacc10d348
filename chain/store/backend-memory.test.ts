import { describe } from "vitest";
import { backendConformance } from "../../test/conformance/backend.ts";
import { MemoryBackend } from "./backend-memory.ts";

describe("memory backend", () => {
  backendConformance({ open: async () => new MemoryBackend() });
});
