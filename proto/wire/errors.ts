/** Why bytes are not a message. `code` is stable; `path` is where, for example `body.messages`. */
export type WireErrorCode =
  | "truncated"
  | "trailing"
  | "varint"
  | "tag"
  | "order"
  | "unknown_field"
  | "wire_type"
  | "default_value"
  | "range"
  | "utf8"
  | "packed"
  | "oneof"
  | "depth"
  | "size";

/** The only error that the decoder throws, whatever the input. */
export class WireError extends Error {
  readonly code: WireErrorCode;

  constructor(code: WireErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = "WireError";
    this.code = code;
  }
}
