/** What goes into a model and comes out of it. */

export const MAX_TENSORS = 8;
export const MAX_AXES = 8;
/** Elements of the largest tensor of one name: 256 MiB of float32. */
export const MAX_ELEMENTS = 1n << 26n;

/** Numbers of ONNX's TensorProto.DataType that the sandbox takes: float, uint8, int8, int32, int64, bool. */
const TYPES: ReadonlySet<number> = new Set([1, 2, 3, 6, 7, 9]);
const TENSOR_NAME = /^[!-~]{1,64}$/;
const AXIS_NAME = /^[A-Za-z0-9_.-]{1,32}$/;

export interface TensorShape {
  readonly name: string;
  readonly type: number;
  readonly axes: readonly {
    /** Empty for an axis of one fixed size. */
    readonly name: string;
    /** The size; of a named axis the largest one, zero where it has no bound. */
    readonly size: bigint;
  }[];
}

function tensorFault({ name, type, axes }: TensorShape, sizes: Map<string, bigint>): string | undefined {
  if (!TENSOR_NAME.test(name)) return `tensor name "${name.slice(0, 64)}"`;
  if (!TYPES.has(type)) return `${name} has type ${type}`;
  if (axes.length > MAX_AXES) return `${name} has ${axes.length} axes, at most ${MAX_AXES}`;
  let elements = 1n;
  for (const axis of axes) {
    if (axis.size > 0n) elements *= axis.size;
    if (elements > MAX_ELEMENTS) return `${name} has over ${MAX_ELEMENTS} elements`;
    if (axis.name === "") {
      if (axis.size === 0n) return `${name} has an axis without a name and a size`;
      continue;
    }
    if (!AXIS_NAME.test(axis.name)) return `axis name "${axis.name.slice(0, 32)}"`;
    const known = sizes.get(axis.name);
    if (known !== undefined && known !== axis.size) return `axis ${axis.name} is ${known} and ${axis.size}`;
    sizes.set(axis.name, axis.size);
  }
  return undefined;
}

/** Why inputs and outputs are none; undefined where they are. A named axis has one size wherever it stands. */
export function tensorsFault(
  inputs: readonly TensorShape[],
  outputs: readonly TensorShape[],
): string | undefined {
  const sizes = new Map<string, bigint>();
  for (const [side, tensors] of [
    ["input", inputs],
    ["output", outputs],
  ] as const) {
    if (tensors.length === 0) return `no ${side}`;
    if (tensors.length > MAX_TENSORS) return `${tensors.length} ${side}s, at most ${MAX_TENSORS}`;
    const names = new Set<string>();
    for (const tensor of tensors) {
      const fault = tensorFault(tensor, sizes);
      if (fault !== undefined) return fault;
      if (names.has(tensor.name)) return `${side} ${tensor.name} twice`;
      names.add(tensor.name);
    }
  }
  return undefined;
}
