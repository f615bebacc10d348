import type { Json } from "@assay/proto/wire/json";

/** JSON that is text already: a genesis document is large, and every caller gets the same one. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type MethodResult = Json | RawJson;
