import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { toHex } from "../bytes.ts";
import { modelId, modelVersionId } from "./id.ts";

const owner = Uint8Array.from({ length: 20 }, (_, i) => i);

test("ids are what the README says, by another hash function", () => {
  const preimage = Buffer.concat([
    Buffer.from("assay/model/v1"),
    Buffer.from([7]),
    Buffer.from("assay-1"),
    Buffer.from([20]),
    owner,
    Buffer.from([4]),
    Buffer.from("spam"),
  ]);
  const id = createHash("sha256").update(preimage).digest("hex");
  expect(toHex(modelId("assay-1", owner, "spam"))).toBe(id);
  const version = Buffer.concat([
    Buffer.from("assay/mv/v1"),
    Buffer.from(id, "hex"),
    Buffer.from([0, 0, 1, 2]),
  ]);
  expect(toHex(modelVersionId(modelId("assay-1", owner, "spam"), 258))).toBe(
    createHash("sha256").update(version).digest("hex"),
  );
});

test("ids of others differ, and what has no id throws", () => {
  const ids = [
    modelId("assay-1", owner, "spam"),
    modelId("assay-2", owner, "spam"),
    modelId("assay-1", owner.slice(1), "spam"),
    modelId("assay-1", owner, "spam2"),
  ];
  expect(new Set(ids.map(toHex)).size).toBe(4);
  expect(() => modelId("x".repeat(256), owner, "spam")).toThrow(RangeError);
  expect(() => modelId("assay-1", owner, "\ud800")).toThrow(RangeError);
  expect(() => modelVersionId(owner, 1)).toThrow(RangeError);
  expect(() => modelVersionId(new Uint8Array(32), -1)).toThrow(RangeError);
});
