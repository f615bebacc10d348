/** A request's body as JSON, bounded in bytes, depth and time. */
import type { IncomingMessage } from "node:http";
import type { Json } from "@assay/proto/wire/json";
import { badRequest } from "../../api/api-error.ts";

/** The largest transaction in base64, with room to spare. */
export const MAX_BODY_BYTES = 1_000_000;
/** Deeper than any message that the ledger takes. */
const MAX_DEPTH = 100;

/** Undefined for a body over the limit: the rest of it is not read. */
async function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Brackets in text count too: no message that a client sends has so many. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Undefined for a body over the limit. @throws ApiError for what is no JSON. */
export async function jsonBody(request: IncomingMessage): Promise<Json | undefined> {
  const bytes = await bytesOf(request);
  if (bytes === undefined) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isDeep(text)) throw badRequest("the body is nested too deep");
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw badRequest(`the body is no JSON: ${error.message}`);
    }
    throw error;
  }
}
