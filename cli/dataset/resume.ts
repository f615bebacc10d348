import { resumeReveal } from "@assay/client/commit-reveal";
import type { Json } from "@assay/proto/wire/json";
import { KeyStore } from "../keys/key-store.ts";
import type { Session } from "../session.ts";
import { sealTalk } from "./publish.ts";

/** Shows all that is sealed and kept in the home. @returns 1 where one of them could not be settled. */
export async function resumeCommand(session: Session): Promise<number> {
  const { out, settings } = session;
  const client = await session.client();
  const chainId = await client.getChainId();
  const store = await session.pending();
  const entries = (await store.list()).filter((entry) => entry.chainId === chainId);
  const keys = new KeyStore(settings.home, settings.prefix);
  const infos = await Promise.all(keys.names().map((name) => keys.info(name)));
  const results: { [key: string]: Json }[] = [];
  let failed = false;
  for (const entry of entries) {
    const base = { id: entry.id, kind: entry.kind, title: entry.title, account: entry.account };
    try {
      const key = infos.find(({ address }) => address === entry.account);
      if (key === undefined) throw new Error(`no key of ${entry.account} in this home`);
      const signer = await session.signer(key.name);
      const resumed = await resumeReveal(signer.client, entry, { store, onStep: sealTalk(out, entry.title) });
      results.push({ ...base, outcome: resumed.outcome });
    } catch (error) {
      failed = true;
      results.push({ ...base, outcome: "failed" });
      out.error(error);
    }
  }
  out.data(results, () =>
    results.length === 0
      ? "Nothing is sealed that was not shown."
      : results.map(({ title, outcome }) => `${title}: ${String(outcome).replace("-", " ")}`).join("\n"),
  );
  return failed ? 1 : 0;
}
