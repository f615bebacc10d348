/** Params of modules: numbers that genesis may choose, within bounds. */
import type { MessageType } from "@assay/proto/wire/message-type";

/** Bounds of each number, inclusive. */
export type ParamBounds<P> = { readonly [N in keyof P]?: readonly [least: bigint, most: bigint] };

/** Which number is out of its bounds, by the name that a genesis file gives it; undefined where none is. */
export function boundsFault<P extends object>(
  type: MessageType<P>,
  params: P,
  bounds: ParamBounds<P>,
): string | undefined {
  for (const { name, protoName } of type.fields) {
    const bound = bounds[name as keyof P];
    if (bound === undefined) continue;
    const [least, most] = bound;
    const value = BigInt(params[name as keyof P] as bigint | number);
    if (value < least || value > most) return `${protoName} must be ${least} to ${most}, is ${value}`;
  }
  return undefined;
}
