/**
 * Between a node and its application: passes all on as it is, the answers later. So an application is slow to its node
 * without a line of it being written for that.
 *
 * @module
 */
import { rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";

export interface SlowProxy {
  /** What the node is told to dial. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param path of a new socket. @param application `unix:///path`. */
export async function startSlowProxy(path: string, application: string, delayMs: number): Promise<SlowProxy> {
  const open = new Set<Socket>();
  const server = createServer((node) => {
    const app = connect(application.slice("unix://".length));
    node.pipe(app);
    app.on("data", (chunk: Buffer) => setTimeout(() => node.writable && node.write(chunk), delayMs));
    for (const [one, other] of [
      [node, app],
      [app, node],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  rmSync(path, { force: true });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    address: `unix://${path}`,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
