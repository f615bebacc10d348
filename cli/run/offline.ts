/** Commands that read a home's state while no node runs on it. */
import { AssayApp, LAYOUT_VERSION, storeNames } from "@assay/chain/app/app";
import { chooseVerifier } from "@assay/chain/app/signature/choose";
import { loadConfig } from "@assay/chain/config";
import { formatTime } from "@assay/chain/engine/time";
import { homePaths, readHome } from "@assay/chain/home";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { StateStore } from "@assay/chain/store/state-store";
import { EXIT } from "../failure.ts";
import type { Session } from "../session.ts";

/** Opens the state, hands it over, closes it. @throws StoreError where a node has it open. */
async function withApp<T>(home: string, work: (app: AssayApp, genesisText: string) => T): Promise<T> {
  const { genesis, genesisText } = readHome(home);
  const config = loadConfig(home);
  const backend = await LevelBackend.open(homePaths(home).state);
  const { verifier } = chooseVerifier(() => {});
  try {
    const store = await StateStore.open(backend, {
      modules: storeNames(),
      layoutVersion: LAYOUT_VERSION,
      keepVersions: 1,
      memoryBudgetBytes: config.memoryBudgetMb * 1024 * 1024,
      initialHeight: genesis.initialHeight,
    });
    return work(AssayApp.open({ store, verifier }), genesisText);
  } finally {
    await verifier.close();
    await backend.close();
  }
}

export async function exportCommand({ settings, out }: Session): Promise<void> {
  const document = await withApp(settings.home, (app, genesisText) => {
    const { time, initialHeight, appState } = app.exportGenesis();
    return {
      ...(JSON.parse(genesisText) as object),
      genesis_time: formatTime(time),
      initial_height: String(initialHeight),
      app_hash: "",
      app_state: appState,
    };
  });
  out.data(document, () => JSON.stringify(document, null, 2));
}

export async function invariantsCommand({ settings, out }: Session): Promise<number> {
  const broken = await withApp(settings.home, (app) => app.invariants());
  out.data({ broken }, () => (broken.length === 0 ? "Every invariant holds." : broken.join("\n")));
  return broken.length === 0 ? EXIT.ok : EXIT.failed;
}
