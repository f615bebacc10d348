/** What the HTTP server answers to requests that are none. */
import { connect } from "node:net";
import { Readable } from "node:stream";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { HttpError } from "./http-error.ts";
import { type HttpService, httpService } from "./http-service.ts";

let service: HttpService;
let port: number;
let fault: string | undefined;
const logged: string[] = [];

async function start(headersTimeoutMs = 5_000): Promise<string> {
  logged.length = 0;
  service = httpService({
    logger: pino({ level: "info" }, { write: (line: string) => void logged.push(line) }),
    health: () => fault,
    bodyLimit: 1_000,
    requestTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    headersTimeoutMs,
  });
  service.http.post("/things/:name", async () => ({ ok: true }));
  service.http.get("/refused", async () => {
    throw new HttpError(418, "teapot", "No coffee", "Ask for tea");
  });
  service.http.get("/broken", async () => {
    throw new Error("secret insides");
  });
  service.http.put("/early", async () => {
    throw new HttpError(403, "no", "Not you", "Be another");
  });
  service.http.addContentTypeParser("x/stream", (_request, payload, done) => done(null, payload));
  port = await service.listen("127.0.0.1", 0);
  return `http://127.0.0.1:${port}`;
}
afterEach(async () => {
  fault = undefined;
  await service.close();
});

/** Raw bytes in, raw bytes out until the server closes. */
function raw(bytes: string | Buffer, waitMs = 4_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    const timer = setTimeout(() => socket.destroy(), waitMs);
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

async function envelope(response: Response) {
  expect(response.headers.get("content-type")).toContain("application/json");
  const body = (await response.json()) as { error: { code: string; message: string; fix: string } };
  expect(Object.keys(body)).toEqual(["error"]);
  expect(Object.keys(body.error)).toEqual(["code", "message", "fix"]);
  return { status: response.status, ...body.error };
}

function rawEnvelope(text: string) {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
  const { error } = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
  expect(Object.keys(error)).toEqual(["code", "message", "fix"]);
  return { status, code: error.code };
}

describe("one error shape", () => {
  test("for what a route refuses", async () => {
    const url = await start();
    expect(await envelope(await fetch(`${url}/refused`))).toMatchObject({ status: 418, code: "teapot" });
  });

  test("for our own faults, which only the log tells", async () => {
    const url = await start();
    const told = await envelope(await fetch(`${url}/broken`));
    expect(told).toMatchObject({ status: 500, code: "failed" });
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(logged.join("")).toContain("secret insides");
  });

  test("for unknown paths and methods", async () => {
    const url = await start();
    expect(await envelope(await fetch(`${url}/nothing`))).toMatchObject({ status: 404, code: "not_found" });
    expect(await envelope(await fetch(`${url}/nothing`, { method: "PUT", body: "x" }))).toMatchObject({
      status: 404,
    });
    const wrong = await fetch(`${url}/things/a?b=c`, { method: "DELETE" });
    expect(wrong.headers.get("allow")).toBe("POST");
    expect(await envelope(wrong)).toMatchObject({ status: 405, code: "bad_method" });
    expect((await fetch(`${url}/healthz`, { method: "POST" })).status).toBe(405);
    expect(
      (await raw("PROPFIND /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).slice(0, 12),
    ).toBe("HTTP/1.1 405");
  });

  test("for bodies that are too large, of another type, or no JSON", async () => {
    const url = await start();
    const post = (body: string, type: string) =>
      fetch(`${url}/things/a`, { method: "POST", body, headers: { "content-type": type } }).then(envelope);
    expect(await post(`"${"x".repeat(1_000)}"`, "application/json")).toMatchObject({ status: 413 });
    expect(await post("<a/>", "text/xml")).toMatchObject({ status: 415, code: "bad_type" });
    expect(await post("{", "application/json")).toMatchObject({ status: 400, code: "bad_request" });
    expect(await post('{"__proto__": {}}', "application/json")).toMatchObject({ status: 400 });
    expect(await post("x", "no type")).toMatchObject({ status: 415 });
  });

  test("for addresses that cannot be", async () => {
    const url = await start();
    expect((await raw("GET /things/%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).slice(9, 12)).toBe(
      "400",
    );
    const long = await envelope(await fetch(`${url}/things/${"a".repeat(500)}`, { method: "POST" }));
    expect(long).toMatchObject({ status: 414, code: "address_too_long" });
  });

  test("for what is no HTTP, headers without end, headers that do not come", async () => {
    await start(1_000);
    expect(rawEnvelope(await raw("hello\r\n\r\n"))).toEqual({ status: 400, code: "bad_request" });
    const many = `GET / HTTP/1.1\r\nhost: x\r\n${"a: bbbbbbbbbbbbbbbbbbbbbbbb\r\n".repeat(2_000)}\r\n`;
    expect(rawEnvelope(await raw(many))).toEqual({ status: 431, code: "headers_too_large" });
    expect(rawEnvelope(await raw("GET / HTTP/1.1\r\nhos"))).toEqual({ status: 408, code: "too_slow" });
  });
});

describe("common routes", () => {
  test("tell whether it is well", async () => {
    const url = await start();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    fault = "the disk is gone";
    const ill = await fetch(`${url}/healthz`);
    expect(ill.status).toBe(503);
    expect(await ill.json()).toEqual({ ok: false, fault });
  });

  test("count requests by route, not by address", async () => {
    const url = await start();
    for (let i = 0; i < 3; i++) await fetch(`${url}/things/${i}`, { method: "POST" });
    await fetch(`${url}/x/${"y".repeat(50)}`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('http_requests_total{method="POST",route="/things/:name",status="200"} 3');
    expect(text).toContain('http_requests_total{method="GET",route="other",status="404"} 1');
    expect(text).toContain("process_cpu_user_seconds_total");
  });
});

test("who is refused before the body was sent hears it", async () => {
  const url = await start();
  const body = Readable.from(
    (function* () {
      for (let i = 0; i < 300; i++) yield Buffer.alloc(64 * 1024);
    })(),
  );
  const response = await fetch(`${url}/early`, {
    method: "PUT",
    headers: { "content-type": "x/stream" },
    body: Readable.toWeb(body) as ReadableStream,
    duplex: "half",
  } as RequestInit);
  expect(await envelope(response)).toMatchObject({ status: 403, code: "no" });
});

test("closing ends although a client holds its connection", async () => {
  await start();
  const held = raw("POST /things/a HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n12", 20_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = Date.now();
  await service.close();
  expect(Date.now() - before).toBeLessThan(7_000);
  await held;
});

test("one remote cannot have all connections", async () => {
  await start();
  const open = (localAddress: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress });
      socket.write("GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n");
      socket.once("data", () => resolve(true));
      socket.once("close", () => resolve(false));
      socket.on("error", () => resolve(false));
    });
  const answers = await Promise.all(Array.from({ length: 120 }, () => open("127.0.0.2")));
  expect(answers.filter((answered) => answered)).toHaveLength(100);
  expect(await open("127.0.0.3")).toBe(true);
  expect(await open("127.0.0.1")).toBe(true);
});
