/** The content service as its users and abusers meet it: over HTTP, on a real folder. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Daemon } from "../daemon.ts";
import { type ContentConfig, runContent } from "./main.ts";

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array): string => sha256(bytes).toString("hex");

const BLOB = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7) & 255));
const HASH = hex(BLOB);

let folder: string;
let service: Daemon;
let url: string;
let named: { readonly bytes: Uint8Array; readonly size?: number }[];
let ledgerFails: boolean;

async function start(changes: Partial<ContentConfig> = {}): Promise<void> {
  service = await runContent({
    host: "127.0.0.1",
    port: 0,
    folder,
    maxBlobBytes: 1_000_000,
    datasets: async () => {
      if (ledgerFails) throw new Error("away");
      return {
        datasets: named.map(({ bytes, size }, i) =>
          Dataset.fromPartial({
            id: new Uint8Array(32).fill(i + 1),
            terms: { featuresBlob: { sha256: sha256(bytes), size: BigInt(size ?? bytes.length) } },
          }),
        ),
        nextKey: new Uint8Array(0),
      };
    },
    ...changes,
  });
  url = `http://127.0.0.1:${service.port}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-content-"));
  named = [{ bytes: BLOB }];
  ledgerFails = false;
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (hash: string, body: Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${url}/blobs/${hash}`, { method: "PUT", body: body as Uint8Array<ArrayBuffer>, headers });
async function refusal(response: Response | Promise<Response>) {
  const { status, headers, ...rest } = await Promise.resolve(response).then(async (r) => ({
    status: r.status,
    headers: r.headers,
    text: await r.text(),
  }));
  expect(headers.get("content-type")).toContain("application/json");
  const { error } = JSON.parse(rest.text);
  expect(Object.keys(error)).toEqual(["code", "message", "fix"]);
  return `${status} ${error.code}`;
}

/** Raw bytes on a connection of its own. */
function raw() {
  const socket = connect(service.port!, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("error", () => {});
  const closed = new Promise<string>((resolve) => socket.on("close", () => resolve(text)));
  return { socket, closed, text: () => text };
}
const putHead = (hash: string, more: string): string =>
  `PUT /blobs/${hash} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n${more}\r\n\r\n`;

const until = async (what: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !what(); i++) await sleep(20);
  expect(what()).toBe(true);
};

describe("reading", () => {
  beforeEach(async () => {
    await start();
    expect((await put(HASH, BLOB)).status).toBe(201);
  });

  test("gives the whole blob, to be kept for ever", async () => {
    const response = await fetch(`${url}/blobs/${HASH}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      etag: `"${HASH}"`,
      "accept-ranges": "bytes",
      "content-length": "100000",
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BLOB);
  });

  test("tells its size without it", async () => {
    const response = await fetch(`${url}/blobs/${HASH}`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("100000");
    expect(await response.text()).toBe("");
    expect((await fetch(`${url}/blobs/${"0".repeat(64)}`, { method: "HEAD" })).status).toBe(404);
  });

  test("gives a part", async () => {
    const part = await fetch(`${url}/blobs/${HASH}`, { headers: { range: "bytes=99990-" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 99990-99999/100000");
    expect(Buffer.from(await part.arrayBuffer())).toEqual(BLOB.subarray(99_990));
    const outside = await fetch(`${url}/blobs/${HASH}`, { headers: { range: "bytes=100000-" } });
    expect(outside.headers.get("content-range")).toBe("bytes */100000");
    expect(outside.headers.get("cache-control")).toBeNull();
    expect(await refusal(outside)).toBe("416 bad_range");
    const several = await fetch(`${url}/blobs/${HASH}`, { headers: { range: "bytes=0-1,5-6" } });
    expect(several.status).toBe(200);
    await several.arrayBuffer();
  });

  test("gives a part only of the blob that the reader has begun", async () => {
    const get = (ifRange: string) =>
      fetch(`${url}/blobs/${HASH}`, { headers: { range: "bytes=0-9", "if-range": ifRange } }).then((r) =>
        r.arrayBuffer().then((bytes) => [r.status, bytes.byteLength]),
      );
    expect(await get(`"${HASH}"`)).toEqual([206, 10]);
    expect(await get('"another"')).toEqual([200, 100_000]);
  });

  test("gives nothing to who has it", async () => {
    const response = await fetch(`${url}/blobs/${HASH}`, { headers: { "if-none-match": `"x", "${HASH}"` } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
  });

  test.each([
    ["/blobs/%2e%2e%2fkeys%2fvalidators.json", "400 bad_hash"],
    ["/blobs/..%5c..%5cx", "400 bad_hash"],
    [`/blobs/${"A".repeat(64)}`, "400 bad_hash"],
    [`/blobs/${"a".repeat(65)}`, "400 bad_hash"],
    [`/blobs/${"a".repeat(63)}`, "400 bad_hash"],
    [`/blobs/${"a".repeat(64)}%00`, "400 bad_hash"],
    [`/blobs/${"a".repeat(64)}.part`, "400 bad_hash"],
    ["/blobs/%ff", "400 bad_request"],
    ["/blobs/", "400 bad_hash"],
    ["/blobs", "404 not_found"],
    [`/blobs/${"a".repeat(64)}/x`, "404 not_found"],
    [`/blobs/${"0".repeat(64)}`, "404 not_held"],
  ])("%s is %s", async (path, expected) => {
    const connection = raw();
    connection.socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    const text = await connection.closed;
    const { error } = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));
    expect(`${text.slice(9, 12)} ${error.code}`).toBe(expected);
  });

  test("no path leads anywhere else", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "..",
        ".",
        "%2e%2e",
        "%2f",
        "%5c",
        "%00",
        "blobs",
        HASH,
        "keys",
        "~",
        "%25",
        "a".repeat(64),
      ),
      fc.string({ maxLength: 8 }).map(encodeURIComponent),
      fc.string({ unit: "binary-ascii", maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 5 }),
        fc.constantFrom("/", "//"),
        async (pieces, slash) => {
          const path = `/blobs/${pieces.join(slash)}`;
          fc.pre(path !== `/blobs/${HASH}` && !/[\s\x7f#?]/.test(path));
          const connection = raw();
          connection.socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
          const text = await connection.closed;
          expect(text.slice(9, 12)).toMatch(/^(400|404|414)$/);
          expect(JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4))).toHaveProperty("error.code");
        },
      ),
      { numRuns: 150 },
    );
  });

  test("takes no other method", async () => {
    for (const method of ["POST", "DELETE", "PATCH", "OPTIONS"]) {
      const response = await fetch(`${url}/blobs/${HASH}`, { method });
      expect(response.headers.get("allow")).toBe("GET, HEAD, PUT");
      expect(await refusal(response)).toBe("405 bad_method");
    }
  });
});

describe("uploading", () => {
  test("takes what the ledger names, once and again", async () => {
    await start();
    const first = await put(HASH, BLOB);
    expect([first.status, await first.json()]).toEqual([201, { sha256: HASH, size: BLOB.length }]);
    const again = await put(HASH, BLOB);
    expect([again.status, await again.json()]).toEqual([200, { sha256: HASH, size: BLOB.length }]);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("content_blobs_taken_total 1");
  });

  test("takes nothing else", async () => {
    await start();
    const other = Buffer.from("not named");
    expect(await refusal(put(hex(other), other))).toBe("403 not_named");
    expect(await refusal(put(HASH, other))).toBe("422 wrong_hash");
    expect(await refusal(put(HASH, Buffer.alloc(BLOB.length)))).toBe("422 wrong_hash");
    expect(await refusal(put(HASH, BLOB.subarray(1)))).toBe("422 wrong_hash");
    expect(await refusal(put(HASH, new Uint8Array(0)))).toBe("422 wrong_hash");
    expect(await refusal(put(HASH, Buffer.concat([BLOB, BLOB])))).toBe("413 too_large");
    expect(await refusal(put("../x", other))).toBe("404 not_found");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes what was published a moment ago", async () => {
    named = [];
    await start();
    expect(await refusal(put(HASH, BLOB))).toBe("403 not_named");
    named = [{ bytes: BLOB }];
    expect((await put(HASH, BLOB)).status).toBe(201);
  });

  test("takes the true blob although a stranger named it with another size", async () => {
    named = [{ bytes: BLOB, size: 1 }, { bytes: BLOB }, { bytes: BLOB, size: 2_000_000_000 }];
    await start();
    expect((await put(HASH, BLOB)).status).toBe(201);
  });

  test("ends a body without end as soon as it is too long", async () => {
    await start();
    expect((await put(HASH, Buffer.alloc(1))).status).toBe(422);
    const { socket, text } = raw();
    socket.write(putHead(HASH, "transfer-encoding: chunked"));
    const chunk = Buffer.alloc(65_536);
    let sent = 0;
    while (text() === "" && sent < 200) {
      socket.write(`${chunk.length.toString(16)}\r\n`);
      socket.write(chunk);
      socket.write("\r\n");
      sent++;
      await sleep(2);
    }
    expect(text()).toContain("HTTP/1.1 413");
    expect(sent).toBeLessThan(100);
    socket.destroy();
    await until(() => readdirSync(folder).length === 0);
  });

  test("keeps nothing of a body that breaks off, and takes it then", async () => {
    await start();
    const { socket } = raw();
    socket.write(putHead(HASH, `content-length: ${BLOB.length}`));
    socket.write(BLOB.subarray(0, 50_000));
    await until(() => readdirSync(folder).length === 1);
    expect(readdirSync(folder)[0]).toMatch(/\.part$/);
    expect((await fetch(`${url}/blobs/${HASH}`)).status).toBe(404);
    socket.destroy();
    await until(() => readdirSync(folder).length === 0);
    expect((await put(HASH, BLOB)).status).toBe(201);
  });

  test("waits for a body that stands still only so long, and says why it ends", async () => {
    await start({ idleMs: 200 });
    const { socket, closed } = raw();
    socket.write(putHead(HASH, `content-length: ${BLOB.length}\r\nconnection: close`));
    socket.write(BLOB.subarray(0, 50_000));
    expect(await closed).toMatch(/^HTTP\/1\.1 408 .*"too_slow"/s);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("believes no length: what follows the body is no HTTP", async () => {
    await start();
    const { socket, closed } = raw();
    socket.write(putHead(HASH, `content-length: ${BLOB.length - 1}`));
    socket.write(BLOB);
    expect(await closed).toContain("HTTP/1.1 400");
    await until(() => readdirSync(folder).length === 0);
  });

  test("lets many bring the same blob at once, and nobody wait for a slow one", async () => {
    await start();
    const slow = raw();
    slow.socket.write(putHead(HASH, `content-length: ${BLOB.length}`));
    slow.socket.write(BLOB.subarray(0, 10));
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(HASH, BLOB)));
    for (const { status } of answers) expect([200, 201]).toContain(status);
    slow.socket.write(BLOB.subarray(10));
    await until(() => slow.text().includes("HTTP/1.1 201"));
    slow.socket.destroy();
    expect(readdirSync(folder)).toEqual([HASH]);
    expect(Buffer.from(await (await fetch(`${url}/blobs/${HASH}`)).arrayBuffer())).toEqual(BLOB);
  });

  test("bounds how many one sender may have under way", async () => {
    await start();
    const held = Array.from({ length: 16 }, () => {
      const connection = raw();
      connection.socket.write(putHead(HASH, `content-length: ${BLOB.length}`));
      connection.socket.write(BLOB.subarray(0, 10));
      return connection;
    });
    await until(() => readdirSync(folder).length === 16);
    expect(await refusal(put(HASH, BLOB))).toBe("429 too_many_uploads");
    expect((await put(HASH, BLOB, { "x-forwarded-for": "203.0.113.9" })).status).toBe(201);
    for (const { socket } of held) socket.destroy();
    await until(() => readdirSync(folder).length === 1);
  });

  test("tells that the ledger is away, and goes on when it is back", async () => {
    ledgerFails = true;
    await start();
    expect(await refusal(put(HASH, BLOB))).toBe("503 ledger_away");
    ledgerFails = false;
    expect((await put(HASH, BLOB)).status).toBe(201);
    ledgerFails = true;
    expect((await fetch(`${url}/blobs/${HASH}`)).status).toBe(200);
  });

  test("says when there is no room", async () => {
    await start({ quotaBytes: BLOB.length - 1 });
    expect(await refusal(put(HASH, BLOB))).toBe("507 quota_reached");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says when its disk fails", async () => {
    let code = "ENOSPC";
    await start({
      openFile: async () => {
        throw Object.assign(new Error(code), { code });
      },
    });
    expect(await refusal(put(HASH, BLOB))).toBe("507 disk_full");
    code = "EIO";
    expect(await refusal(put(HASH, BLOB))).toBe("500 failed");
  });

  test("of more than this service takes is refused before it is sent", async () => {
    await start({ maxBlobBytes: 1_000 });
    expect(await refusal(put(HASH, BLOB))).toBe("413 too_large");
  });
});

describe("limits", () => {
  test("too many requests of one address are told when to come back", async () => {
    await start({ readsPerMinute: 3, uploadsPerMinute: 2 });
    const get = (from: string) => fetch(`${url}/blobs/${HASH}`, { headers: { "x-forwarded-for": from } });
    for (let i = 0; i < 3; i++) expect((await get("198.51.100.1")).status).toBe(404);
    const refused = await get("198.51.100.1");
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(refused.headers.get("ratelimit-limit")).toBe("3");
    expect(await refusal(refused)).toBe("429 too_many_requests");
    expect((await get("198.51.100.2")).status).toBe(404);
    // One household's addresses count as one.
    for (let i = 0; i < 3; i++) expect((await get(`2001:db8::${i + 1}`)).status).toBe(404);
    expect((await get("2001:db8::ffff")).status).toBe(429);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    for (let i = 0; i < 2; i++) expect((await put(hex(Buffer.from("x")), BLOB)).status).toBe(403);
    expect(await refusal(put(HASH, BLOB))).toBe("429 too_many_requests");
  });
});

describe("what the operator denies", () => {
  test("is neither served nor taken, from the moment the file says so", async () => {
    const denyFile = join(folder, "..", `${folder.split("/").pop()}.deny`);
    writeFileSync(denyFile, "# nothing yet\n\nnot a hash\n");
    try {
      await start({ denyFile });
      expect((await put(HASH, BLOB)).status).toBe(201);
      expect((await fetch(`${url}/blobs/${HASH}`)).status).toBe(200);
      writeFileSync(denyFile, `${HASH.toUpperCase()}  # by order\n`);
      await sleep(1_050);
      expect(await refusal(fetch(`${url}/blobs/${HASH}`))).toBe("451 denied");
      expect((await fetch(`${url}/blobs/${HASH}`, { method: "HEAD" })).status).toBe(451);
      expect(await refusal(put(HASH, BLOB))).toBe("451 denied");
      // A list that is gone denies what it did, and /healthz tells.
      rmSync(denyFile);
      await sleep(1_050);
      expect((await fetch(`${url}/blobs/${HASH}`)).status).toBe(451);
      expect((await fetch(`${url}/healthz`)).status).toBe(503);
      writeFileSync(denyFile, "");
      await sleep(1_050);
      expect((await fetch(`${url}/blobs/${HASH}`)).status).toBe(200);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    } finally {
      rmSync(denyFile, { force: true });
    }
  });

  test("stops the start where the list cannot be read", async () => {
    await expect(start({ denyFile: join(folder, "none") })).rejects.toThrow("ENOENT");
    await start();
  });
});

test("a blob that rotted on disk is set aside at the start", async () => {
  writeFileSync(
    join(folder, HASH),
    BLOB.map((byte) => byte ^ 1),
  );
  await start();
  await until(() => readdirSync(folder).includes(`${HASH}.damaged`));
  expect((await put(HASH, BLOB)).status).toBe(201);
});
