/** A method that the node answers itself, tied to what runs it. */
import type { MessageType } from "@assay/proto/wire/message-type";
import type { ApiEnvironment } from "./environment.ts";

export interface Handler {
  /** `/package.Service/Method`. */
  readonly path: string;
  /** @throws ApiError where there is no answer. */
  run(env: ApiEnvironment, request: object): Promise<object>;
}

export function handler<Q extends object, R extends object>(
  method: { readonly path: string; readonly request: MessageType<Q>; readonly response: MessageType<R> },
  run: (env: ApiEnvironment, request: Q) => Promise<R>,
): Handler {
  return { path: method.path, run: run as unknown as Handler["run"] };
}
