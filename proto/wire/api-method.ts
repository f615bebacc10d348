/** A method that clients may call over gRPC, REST or the application's query path, as the generated table lists it. */
import type { MessageType } from "./message-type.ts";

/** A way to a method over HTTP. */
export interface HttpRoute {
  readonly verb: "GET" | "POST";
  /** Like `/cosmos/bank/v1beta1/balances/{address}`: a name in braces is a field of the request. */
  readonly template: string;
}

export interface ApiMethod {
  /** Like `cosmos.bank.v1beta1.Query`. */
  readonly service: string;
  readonly name: string;
  /** `/service/name`. */
  readonly path: string;
  readonly request: MessageType<object>;
  readonly response: MessageType<object>;
  /** Empty where it is not offered over HTTP. A POST carries the whole request as its body. */
  readonly routes: readonly HttpRoute[];
}
