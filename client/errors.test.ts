import { describe, expect, it } from "vitest";
import { sdkErrors } from "../kernel/errors.ts";
import { errors as attestErrors } from "../modules/attest/errors.ts";
import { errors as bankErrors } from "../modules/bank/errors.ts";
import { errors as challengeErrors } from "../modules/challenge/errors.ts";
import { errors as dataErrors } from "../modules/data/errors.ts";
import { errors as registryErrors } from "../modules/registry/errors.ts";
import { AssayError, clientCodes, clientError, expectedSequence, isClientError } from "./errors.ts";
import { explain } from "./explain.ts";

describe("errors", () => {
  it("explain every code of the ledger, and what to do", () => {
    const tables = [sdkErrors, bankErrors, attestErrors, dataErrors, challengeErrors, registryErrors];
    let seen = 0;
    for (const table of tables) {
      for (const { codespace, code } of Object.values(table)) {
        const { what, fix } = explain(codespace, code);
        expect(what, `${codespace} ${code}`).not.toMatch(/^The ledger refuses it/);
        expect(fix, `${codespace} ${code}`).toMatch(/^[A-Z].*\.$/);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(70);
  });

  it("explain every code of the client", () => {
    for (const code of Object.values(clientCodes)) {
      expect(explain("client", code).what).not.toMatch(/^The ledger refuses it/);
    }
    expect(explain("nobody", 99).what).toContain("nobody 99");
    expect(explain("constructor", 1).what).toContain("constructor 1");
  });

  it("carry code, the node's words, cause and fix", () => {
    const cause = new Error("ECONNREFUSED");
    const error = clientError("unreachable", "http://127.0.0.1:1", cause);
    expect(error).toMatchObject({ codespace: "client", code: 2, log: "http://127.0.0.1:1", cause });
    expect(error.message).toBe("The node does not answer (http://127.0.0.1:1)");
    expect(error.fix).not.toBe("");
    expect(isClientError(error, "unreachable")).toBe(true);
    expect(isClientError(cause, "unreachable")).toBe(false);
  });

  it("tell the sequence that the ledger waits for", () => {
    const log = "account sequence mismatch, expected 12, got 3: incorrect account sequence";
    expect(expectedSequence(new AssayError({ codespace: "sdk", code: 32, log }))).toBe(12);
    expect(
      expectedSequence(new AssayError({ codespace: "sdk", code: 5, log: "expected 12" })),
    ).toBeUndefined();
    expect(expectedSequence(new Error(log))).toBeUndefined();
  });
});
