/** @module The signing code, loaded when somebody is about to sign. */
let loading: Promise<typeof import("./sign.ts")> | undefined;

export function signing(): Promise<typeof import("./sign.ts")> {
  loading ??= import("./sign.ts").catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
