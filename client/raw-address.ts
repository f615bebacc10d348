import { addressFromBech32 } from "@assay/primitives/address";
import { clientError } from "./errors.ts";

/** An address's bytes, whatever its prefix. @throws AssayError (client, invalid) for text that is none. */
export function rawAddress(address: string): Uint8Array {
  const bytes = addressFromBech32(address, address.slice(0, address.lastIndexOf("1")));
  if (bytes === undefined) throw clientError("invalid", `"${address}" is no address`);
  return bytes;
}
