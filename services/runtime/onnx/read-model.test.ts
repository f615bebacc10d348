import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  constant,
  constantOfShapeBomb,
  endlessLoop,
  field,
  fileOf,
  join,
  node,
  output,
  smallModel,
} from "../../../test/harness/onnx-files.ts";
import { GraphWriter } from "../../../tools/models/onnx-writer.ts";
import { acceptModel } from "../accept-model.ts";
import { MAX_FILE_BYTES, MAX_NODES } from "./limits.ts";
import { readModel } from "./read-model.ts";
import { ModelRefused, type RefusalCode } from "./refusal.ts";

function refusalOf(bytes: Uint8Array): RefusalCode | "taken" {
  try {
    readModel(bytes);
    return "taken";
  } catch (error) {
    if (error instanceof ModelRefused) return error.code;
    throw error;
  }
}

const float = (...parts: Uint8Array[]): Uint8Array => constant(...parts, field(2, 1), field(8, "w"));
const relu = node("Relu", ["w"], ["y"]);
/** Relu over one constant of float type. */
const over = (...parts: Uint8Array[]): Uint8Array => fileOf(relu, float(...parts), output("y"));
const four = field(9, new Uint8Array(16));

test("an honest model is read", () => {
  const facts = readModel(smallModel());
  expect(facts.opset).toBe(17);
  expect(facts.operators).toEqual(["Add", "Gather", "Identity", "MatMul", "Squeeze", "Unsqueeze"]);
  expect(facts.inputs.map(({ name, shape }) => [name, shape])).toEqual([
    ["ids", [undefined, undefined]],
    ["weights", [undefined, undefined]],
  ]);
  expect(facts.outputs[0]!.shape).toEqual([undefined, 2]);
  expect([...facts.properties.keys()]).toEqual(["assay"]);
  expect(refusalOf(over(field(1, 4), four))).toBe("taken");
});

const hostile: readonly (readonly [name: string, bytes: Uint8Array, code: RefusalCode])[] = [
  ["no bytes", new Uint8Array(), "malformed"],
  ["a pickle", new TextEncoder().encode("\x80\x04\x95\x10\0\0\0cposix\nsystem\n"), "malformed"],
  ["a zip", new TextEncoder().encode("PK\x03\x04 and more of an archive"), "malformed"],
  ["a gibibyte by ConstantOfShape", constantOfShapeBomb(), "operator"],
  ["a loop of 2^62 turns", endlessLoop(), "operator"],
  [
    "a graph within an attribute",
    fileOf(
      node("Relu", ["w"], ["y"], field(5, join(field(1, "g"), field(6, new Uint8Array())))),
      float(field(1, 4), four),
      output("y"),
    ),
    "operator",
  ],
  [
    "an attribute that says it is a graph",
    fileOf(
      node("Relu", ["w"], ["y"], field(5, join(field(1, "g"), field(20, 5)))),
      float(field(1, 4), four),
      output("y"),
    ),
    "operator",
  ],
  [
    "an operator of another set",
    fileOf(node("Relu", ["w"], ["y"], field(7, "com.microsoft")), float(field(1, 4), four), output("y")),
    "operator",
  ],
  [
    "another operator set",
    join(field(1, 8), field(7, join(relu, output("y"))), field(8, join(field(1, "com.evil"), field(2, 1)))),
    "operator",
  ],
  [
    "an operator set of the future",
    join(field(1, 8), field(7, join(relu, output("y"))), field(8, field(2, 99))),
    "operator",
  ],
  ["no operator set", join(field(1, 8), field(7, join(relu, output("y")))), "operator"],
  ["functions", join(field(25, new Uint8Array()), fileOf(relu)), "operator"],
  [
    "external data",
    over(field(1, 4), field(13, join(field(1, "location"), field(2, "../x"))), field(14, 1)),
    "external",
  ],
  ["a data location alone", over(field(1, 4), four, field(14, 1)), "external"],
  ["fewer bytes than the shape says", over(field(1, 5), four), "shape"],
  ["more bytes than the shape says", over(field(1, 3), four), "shape"],
  ["no bytes for a large shape", over(field(1, 268_435_456n)), "shape"],
  ["a shape whose product overflows", over(...[1, 2, 3].map(() => field(1, 1n << 26n)), four), "shape"],
  ["a negative dimension", over(field(1, -1n), four), "shape"],
  ["a dimension of 2^63", over(field(1, 1n << 63n), four), "shape"],
  ["nine dimensions", over(...Array.from({ length: 9 }, () => field(1, 1)), four), "shape"],
  ["bytes and numbers at once", over(field(1, 4), four, field(4, new Uint8Array(16))), "shape"],
  [
    "texts as elements",
    fileOf(relu, constant(field(1, 1), field(2, 8), field(8, "w")), output("y")),
    "shape",
  ],
  [
    "an unknown element type",
    fileOf(relu, constant(field(1, 1), field(2, 99), field(8, "w")), output("y")),
    "shape",
  ],
  ["sparse constants", fileOf(relu, field(15, new Uint8Array()), output("y")), "shape"],
  ["a name that nobody makes", fileOf(node("Relu", ["x"], ["y"]), output("y")), "graph"],
  ["a ring", fileOf(node("Relu", ["b"], ["a"]), node("Relu", ["a"], ["b"]), output("b")), "graph"],
  ["a name made twice", fileOf(relu, relu, float(field(1, 4), four), output("y")), "graph"],
  ["an output that nobody makes", fileOf(relu, float(field(1, 4), four), output("z")), "graph"],
  [
    "a constant twice",
    fileOf(relu, float(field(1, 4), four), float(field(1, 4), four), output("y")),
    "graph",
  ],
  ["an empty graph", fileOf(), "graph"],
  ["two graphs", join(field(7, join(relu)), fileOf(relu)), "malformed"],
  [
    "a name that is not UTF-8",
    fileOf(node("Relu", ["w"], ["y"], field(7, Uint8Array.of(0xff)))),
    "malformed",
  ],
  ["a name of a kilobyte", fileOf(node("Relu", ["w".repeat(1_024)], ["y"])), "too_many"],
  ["a field that is longer than the file", Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0x7f), "malformed"],
  ["a field number of nothing", Uint8Array.of(0x00, 0x00), "malformed"],
  ["a group", Uint8Array.of(0x0b, 0x0c), "malformed"],
  ["a number without end", new Uint8Array(64).fill(0xff), "malformed"],
];

describe("refused before it is loaded", () => {
  test.each(hostile)("%s", (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  test("the files that freeze a process are as small as they are said to be", () => {
    expect(constantOfShapeBomb().length).toBeLessThan(80);
    expect(endlessLoop().length).toBeLessThan(213);
  });

  test("too many nodes, and a file that is too large, in no time", () => {
    const graph = new GraphWriter("long");
    let name = graph.floats([1], Float32Array.of(1));
    for (let i = 0; i <= MAX_NODES; i++) name = graph.node("Relu", [name]);
    graph.output(name, "y", [1]);
    const long = graph.file({});
    const large = new Uint8Array(MAX_FILE_BYTES + 1);
    const empty = fileOf(new Uint8Array(2_000_000).map((_, i) => (i % 2 === 0 ? 0x0a : 0)));
    const before = process.cpuUsage().user;
    expect(refusalOf(long)).toBe("too_many");
    expect(refusalOf(large)).toBe("too_large");
    // A million nodes of two bytes each: the first is refused already.
    expect(refusalOf(empty)).toBe("operator");
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
  });

  test("cut off at every byte", () => {
    const whole = smallModel();
    for (let length = 0; length < whole.length; length++) {
      expect(() => acceptModel(whole.subarray(0, length)), `${length} bytes`).toThrow(ModelRefused);
    }
  });

  test("any change of a byte is taken or refused, and nothing else", () => {
    const whole = smallModel();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          refusalOf(bytes);
        },
      ),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusalOf(bytes)).not.toBe("taken");
      }),
      { numRuns: 2_000 },
    );
  });
});
