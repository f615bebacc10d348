/** Opens a home's blocks, replays them in this process, prints each height's app hash; the parent compares. */
import { readFileSync } from "node:fs";
import { DiskBlocks } from "@assay/chain/engine/block-store";
import { parseGenesis } from "@assay/chain/engine/genesis";
import { homePaths } from "@assay/chain/home";
import { replay } from "@assay/chain/replay";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { toHex } from "@assay/primitives/bytes";

const home = process.argv[2]!;
const paths = homePaths(home);
const backend = await LevelBackend.open(paths.state);
const blocks = await DiskBlocks.open(backend);
const lines: string[] = [];
await replay({
  blocks,
  genesis: parseGenesis(readFileSync(paths.genesis, "utf8")),
  onHeight: (height, appHash) => lines.push(`${height} ${toHex(appHash)}`),
});
await backend.close();
process.stdout.write(`${lines.join("\n")}\n`);
