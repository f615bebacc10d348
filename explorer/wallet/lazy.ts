/** @module The signing code, loaded when somebody is about to sign. */
let loading: Promise<typeof import("./sign.ts")> | undefined;

export function signing(): Promise<typeof import("./sign.ts")> {
  loading ??= import("./sign.ts").catch((error: unknown) => {
    loading = undefined;
    // A node that was updated has other files than the page that is open.
    throw new Error("The part of this page that signs could not be loaded. Load the page again.", {
      cause: error,
    });
  });
  return loading;
}
