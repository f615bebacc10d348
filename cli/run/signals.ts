/** Waits for Ctrl-C or SIGTERM; a second one ends at once. */
export function untilSignal(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let count = 0;
  const onSignal = (): void => {
    count++;
    if (count > 1) process.exit(130);
    end();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return { ended, end };
}
