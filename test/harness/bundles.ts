/** Folder of the bundles that child processes run: those of this test run, or made once where a test is run alone. */
let made: Promise<string> | undefined;

export function bundles(): Promise<string> {
  const given = process.env.ASSAY_BUNDLES;
  if (given !== undefined) return Promise.resolve(given);
  made ??= (async () => {
    const { bundle, entries } = (await import("../../tools/bundle.mjs" as string)) as {
      bundle: (name: string, entries: Record<string, string>) => Promise<string>;
      entries: Record<string, string>;
    };
    return bundle(`test-${process.pid}`, entries);
  })();
  return made;
}
