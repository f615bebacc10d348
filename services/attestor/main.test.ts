import { expect, test } from "vitest";
import { runAttestor } from "./main.ts";

test("the attestor tells how it is, over HTTP, while the ledger comes and goes", async () => {
  let away = true;
  let rounds = 0;
  const attestor = await runAttestor({
    validator: "assay1me",
    ledger: {
      async height() {
        rounds++;
        if (away) throw new Error("away");
        return 5n;
      },
      liveQuestions: async () => [],
      dataset: async () => undefined,
      answer: async () => {},
    },
    contentServices: [],
    allowPrivate: false,
    pollMs: 10,
    fetchTimeoutMs: 100,
    http: { host: "127.0.0.1", port: 0 },
  });
  const url = `http://127.0.0.1:${attestor.port}`;
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
  away = false;
  while (rounds < 5) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await (await fetch(`${url}/metrics`)).text()).toContain("attestor_waiting 0");
  expect(await (await fetch(`${url}/answers`)).json()).toMatchObject({ error: { code: "not_found" } });
  await attestor.close();
  const after = rounds;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rounds).toBe(after);
});
