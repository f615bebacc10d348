/** @module Closing what `?do=` opened: one step back where this page opened it, so that Back never opens it again. */
import { navigate, route, withQuery } from "./router.ts";

export function closeDialog(): void {
  const opened = (history.state as { opened?: boolean } | null)?.opened;
  if (opened) history.back();
  else navigate(withQuery({ do: undefined, claim: undefined, to: undefined }, route.peek()), true);
}
