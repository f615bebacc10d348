import type { MessageType } from "@assay/proto/wire/message-type";
import { clientError } from "./errors.ts";

/** A node's bytes as a message. @throws AssayError (client, badAnswer) where they are not of it. */
export function decodeAnswer<T extends object>(type: MessageType<T>, bytes: Uint8Array): T {
  try {
    return type.fromBytes(bytes);
  } catch (error) {
    throw clientError("badAnswer", `not the bytes of ${type.typeName}`, error);
  }
}
