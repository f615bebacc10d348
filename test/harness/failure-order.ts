/**
 * Proves the order of a message's failures: each is provoked together with all later ones and must win over them.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sectionsOf, tableOf } from "../modules/readme-tables.ts";
import type { Market, Result } from "./market.ts";

/** What a message needs around it, and the message. */
export interface Draft {
  readonly market: Market;
  readonly message: object;
}

export interface FailureRow<D extends Draft> {
  /** Codespace and code, as in the README. */
  readonly code: string;
  /** Fields that make the message, which would succeed, fail so. */
  readonly message?: Partial<D["message"]>;
  /** The same, by changing what is around it. */
  breaks?(draft: D): void;
}

function breakDraft<D extends Draft>(draft: D, { message, breaks }: FailureRow<D>): void {
  Object.assign(draft.message, message);
  breaks?.(draft);
}

export function describeFailureOrder<D extends Draft>(
  module: string,
  message: string,
  draft: () => D,
  deliver: (draft: D) => Result<object>,
  rows: readonly FailureRow<D>[],
): void {
  describe(`${message} fails in the README's order`, () => {
    test("every row of the README is provoked", () => {
      const root = process.env.ASSAY_ROOT ?? process.cwd();
      const page = readFileSync(join(root, "modules", module, "README.md"), "utf8");
      const section = sectionsOf(page, 3).find(({ title }) => title === `\`${message}\``)!;
      expect(rows.map(({ code }) => code)).toEqual(tableOf(section.text).map((row) => row["fails with"]));
    });

    test("nothing broken, it succeeds", () => {
      expect(deliver(draft()).error).toBeUndefined();
    });

    test.each(rows.map((row, i) => ({ ...row, i })))("$i: $code", ({ code, i }) => {
      const broken = draft();
      for (const row of rows.slice(i).reverse()) breakDraft(broken, row);
      const { error } = deliver(broken);
      expect(`${error?.codespace}/${error?.code}`, error?.message).toBe(code);
      const alone = draft();
      breakDraft(alone, rows[i]!);
      const only = deliver(alone).error;
      expect(`${only?.codespace}/${only?.code}`, only?.message).toBe(code);
    });
  });
}
