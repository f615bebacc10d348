/** Keeps a model that runs for long, and tells its process's id; its own end is for a test to bring about. */
import { ModelHost } from "@assay/services/runtime/model-host";

const [path, bundles] = process.argv.slice(2) as [string, string];
const host = await ModelHost.open({ path, bundles, runTimeoutMs: 600_000, loadTimeoutMs: 60_000 });
void host.run("a");
process.stdout.write(`${host.pid}\n`);
