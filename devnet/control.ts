/**
 * How another `assay` command talks to a running devnet: HTTP on this machine, on any free port, with a secret that
 * lies in the home where only its user can read it.
 *
 * @module
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Json } from "@assay/proto/wire/json";

const HOST = "127.0.0.1";
/** Answered at once, whatever is under way. */
const PING = "ping";
const MAX_BODY_BYTES = 65_536;

export const controlFile = (home: string): string => join(home, "control.json");

/** What can be asked of a devnet, by name. What an action throws is told to the one who asked. */
export type Actions = Readonly<Record<string, (argument: Json) => Promise<Json>>>;

/** A question that the devnet could not do. */
export class ControlError extends Error {
  readonly fix: string;

  constructor(message: string, fix = "") {
    super(message);
    this.name = "ControlError";
    this.fix = fix;
  }
}

interface Address {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** Answers one question at a time, in the order they came. */
export async function serveControl(home: string, actions: Actions): Promise<{ close(): void }> {
  const token = randomBytes(32).toString("hex");
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((message, response) => {
    const answer = (status: number, json: Json): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
    };
    if (!sameText(message.headers.authorization ?? "", `Bearer ${token}`)) {
      answer(401, { error: "the secret is wrong" });
      message.resume();
      return;
    }
    const name = (message.url ?? "/").slice(1);
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    message.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) message.destroy();
      else chunks.push(chunk);
    });
    message.on("end", () => {
      if ((action === undefined && name !== PING) || message.method !== "POST")
        return answer(404, { error: `${name} is unknown` });
      if (name === PING) return answer(200, null);
      last = last.then(async () => {
        try {
          answer(200, await action!(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
        } catch (error) {
          const { message: text, fix } = error as ControlError;
          answer(500, { error: text, fix: fix ?? "" });
        }
      });
    });
    message.on("error", () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: HOST, port: 0 }, resolve);
  });
  const address: Address = { pid: process.pid, port: (server.address() as AddressInfo).port, token };
  const part = `${controlFile(home)}.part`;
  rmSync(part, { force: true });
  writeFileSync(part, JSON.stringify(address), { mode: 0o600 });
  renameSync(part, controlFile(home));
  return {
    close() {
      rmSync(controlFile(home), { force: true });
      server.close();
      server.closeAllConnections();
    },
  };
}

function addressOf(home: string): Address | undefined {
  try {
    const { pid, port, token } = JSON.parse(readFileSync(controlFile(home), "utf8")) as Partial<Address>;
    if (typeof pid === "number" && typeof port === "number" && typeof token === "string") {
      return { pid, port, token };
    }
  } catch {
    // None, or what a crash left: nobody listens there.
  }
  return undefined;
}

/** @param timeoutMs absent waits as long as it takes. */
function post(
  { port, token }: Address,
  name: string,
  argument: Json,
  timeoutMs?: number,
): Promise<{ status: number; json: Json }> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: HOST,
        port,
        path: `/${name}`,
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          try {
            const json = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Json;
            resolve({ status: response.statusCode ?? 0, json });
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    call.on("error", reject);
    call.end(JSON.stringify(argument));
  });
}

/** The devnet that runs on a home now; undefined where none does. */
export async function runningDevnet(home: string): Promise<{ readonly pid: number } | undefined> {
  const address = addressOf(home);
  if (address === undefined) return undefined;
  try {
    // Nothing but the devnet that wrote the file knows the secret.
    const { status } = await post(address, PING, null, 2_000);
    return status === 200 ? { pid: address.pid } : undefined;
  } catch (error) {
    // It is there and at work.
    return (error as Error).name === "AbortError" && isAlive(address.pid) ? { pid: address.pid } : undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @throws ControlError where no devnet runs on the home, or it could not do it. */
export async function askDevnet(home: string, name: string, argument: Json): Promise<Json> {
  const address = addressOf(home);
  const none = (): ControlError =>
    new ControlError(`no devnet runs on ${home}`, `Start it: assay devnet --home ${home}`);
  if (address === undefined) throw none();
  let answer: { status: number; json: Json };
  try {
    answer = await post(address, name, argument);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ECONNREFUSED") throw none();
    throw new ControlError(`the devnet ended before it answered (${(error as Error).message})`);
  }
  if (answer.status === 200) return answer.json;
  if (answer.status === 401) throw none();
  const { error, fix } = answer.json as { error?: string; fix?: string };
  throw new ControlError(error ?? `the devnet answered ${answer.status}`, fix);
}
