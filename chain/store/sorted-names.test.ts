import fc from "fast-check";
import { expect, test } from "vitest";
import { SortedNames } from "./sorted-names.ts";

test("sorted names agree with a sorted array, past the size of a bucket", () => {
  const name = fc.nat(4000).map((n) => n.toString(36));
  const step = fc.oneof(
    fc.record({ add: fc.array(name, { maxLength: 1500 }) }),
    fc.record({ remove: fc.array(name, { maxLength: 300 }) }),
    fc.record({ gte: fc.option(name, { nil: undefined }), lt: fc.option(name, { nil: undefined }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const names = new SortedNames();
      const model = new Set<string>();
      for (const each of steps) {
        if ("add" in each) {
          for (const added of each.add) {
            if (!model.has(added)) names.add(added);
            model.add(added);
          }
        } else if ("remove" in each) {
          for (const removed of each.remove) {
            names.remove(removed);
            model.delete(removed);
          }
        } else {
          const { gte, lt } = each;
          const wanted = [...model].filter(
            (n) => (gte === undefined || n >= gte) && (lt === undefined || n < lt),
          );
          expect(names.range(gte, lt)).toEqual(wanted.sort());
        }
      }
      expect(names.range(undefined, undefined)).toEqual([...model].sort());
    }),
    { numRuns: 60 },
  );
});
