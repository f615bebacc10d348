/**
 * A loaded model: text in, numbers out. Runs where it may be killed, that is in a child process.
 *
 * @module
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { AcceptedModel } from "./accept-model.ts";
import { prepareBy } from "./input/prepare.ts";
import type { Prepare, Row } from "./input/row.ts";
import { SESSION_OPTIONS } from "./run-settings.ts";

/** What a model says to one text. */
export interface TextOutput {
  /** Row after row; one row, or one for each token. */
  readonly values: Float32Array;
  readonly rows: number;
  readonly tokens?: readonly string[];
}

/** Features in one run, filled ones included: what a run takes in memory follows it. */
const MAX_FEATURES = 16_384;
const MAX_ROWS = 256;
/** A text that makes more rows than this is cut. */
const MAX_TEXT_ROWS = 4_096;

interface Placed {
  readonly row: Row;
  /** The values that it fills. */
  readonly into: Float32Array;
}

export interface Session {
  run(texts: readonly string[]): Promise<TextOutput[]>;
}

/** Rows of like length go together, so that little is filled up; the longest first. */
function* groups(placed: readonly Placed[]): Generator<Placed[]> {
  const order = [...placed].sort((a, b) => b.row.ids.length - a.row.ids.length);
  let group: Placed[] = [];
  for (const one of order) {
    const longest = Math.max(1, group[0]?.row.ids.length ?? 1);
    const half = one.row.ids.length * 2 < longest && group.length > 0;
    if (group.length === MAX_ROWS || half || (group.length + 1) * longest > MAX_FEATURES) {
      if (group.length > 0) yield group;
      group = [];
    }
    group.push(one);
  }
  if (group.length > 0) yield group;
}

function feeds(group: readonly Placed[]): Record<string, Tensor> {
  const length = Math.max(1, group[0]!.row.ids.length);
  const ids = new BigInt64Array(group.length * length);
  const weights = new Float32Array(group.length * length);
  group.forEach(({ row }, number) => {
    for (let i = 0; i < row.ids.length; i++) {
      ids[number * length + i] = BigInt(row.ids[i]!);
      weights[number * length + i] = row.weights[i]!;
    }
  });
  const dims = [group.length, length];
  return { ids: new Tensor("int64", ids, dims), weights: new Tensor("float32", weights, dims) };
}

/** @param options are for measuring; whoever serves or checks leaves them as they are. */
export async function openSession(
  bytes: Uint8Array,
  { spec, width, facts }: AcceptedModel,
  options: InferenceSession.SessionOptions = {},
): Promise<Session> {
  const prepare: Prepare = prepareBy(spec.input);
  const session = await InferenceSession.create(bytes, { ...SESSION_OPTIONS, ...options });
  const outputName = facts.outputs[0]!.name;
  return {
    async run(texts) {
      const placed: Placed[] = [];
      const outputs = texts.map((text): TextOutput => {
        const { rows: all, tokens } = prepare(text);
        const rows = all.slice(0, MAX_TEXT_ROWS);
        const values = new Float32Array(rows.length * width);
        rows.forEach((row, i) => {
          placed.push({ row, into: values.subarray(i * width, (i + 1) * width) });
        });
        const output = { values, rows: rows.length };
        return tokens === undefined ? output : { ...output, tokens: tokens.slice(0, MAX_TEXT_ROWS) };
      });
      for (const group of groups(placed)) {
        const result = (await session.run(feeds(group)))[outputName]!;
        const data = result.data;
        if (!(data instanceof Float32Array) || data.length !== group.length * width) {
          throw new Error(`the model gave [${result.dims}] instead of [${group.length},${width}]`);
        }
        group.forEach(({ into }, i) => {
          into.set(data.subarray(i * width, (i + 1) * width));
        });
      }
      return outputs;
    },
  };
}
