/**
 * The operators that a model may use, for the ledger and for the sandbox that loads it: those of ONNX's standard set whose
 * output is bounded by what goes in, or by a constant of the file. Left out on purpose: control flow (Loop, If, Scan), and what
 * makes tensors out of a few bytes (ConstantOfShape, Expand, Tile, Range, OneHot, Pad, Resize, Random*).
 *
 * @module
 */

/** Versions of the standard operator set that are taken. */
export const MIN_OPSET = 13;
export const MAX_OPSET = 21;

export const ALLOWED_OPERATORS: ReadonlySet<string> = new Set([
  "Abs",
  "Add",
  "AveragePool",
  "BatchNormalization",
  "Cast",
  "Clip",
  "Concat",
  "Conv",
  "Cos",
  "DequantizeLinear",
  "Div",
  "Dropout",
  "Elu",
  "Equal",
  "Erf",
  "Exp",
  "Flatten",
  "Gather",
  "Gelu",
  "Gemm",
  "GlobalAveragePool",
  "Greater",
  "HardSigmoid",
  "HardSwish",
  "Identity",
  "LayerNormalization",
  "LeakyRelu",
  "Less",
  "Log",
  "LogSoftmax",
  "MatMul",
  "MatMulInteger",
  "Max",
  "MaxPool",
  "Min",
  "Mul",
  "Neg",
  "Not",
  "Pow",
  "QuantizeLinear",
  "Reciprocal",
  "ReduceMax",
  "ReduceMean",
  "ReduceMin",
  "ReduceSum",
  "Relu",
  "Reshape",
  "Shape",
  "Sigmoid",
  "Sin",
  "Slice",
  "Softmax",
  "Split",
  "Sqrt",
  "Squeeze",
  "Sub",
  "Tanh",
  "Transpose",
  "Unsqueeze",
  "Where",
]);

/** Why a list of operators is not allowed; undefined where it is. One set has one spelling: ascending, each once. */
export function operatorsFault(operators: readonly string[]): string | undefined {
  if (operators.length === 0) return "no operator";
  for (let i = 0; i < operators.length; i++) {
    const name = operators[i]!;
    if (!ALLOWED_OPERATORS.has(name)) return `operator "${name.slice(0, 64)}" is not allowed`;
    if (i > 0 && operators[i - 1]! >= name) return `operator ${name} is not in order, or twice`;
  }
  return undefined;
}
