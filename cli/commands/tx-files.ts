/** `assay tx sign` and `assay tx broadcast`: a transaction that several keys sign, each where it is. */
import { readFileSync } from "node:fs";
import type { UnsignedTx } from "@assay/client/multisig";
import type { Json } from "@assay/proto/wire/json";
import type { Command } from "commander";
import { type Cli, run, type Work } from "../command.ts";
import { Failure } from "../failure.ts";
import { confirm } from "../prompt.ts";
import type { Session } from "../session.ts";

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${file}: ${(error as Error).message}`, "Give a file that assay tx wrote.");
  }
}

/** What `--generate-only` wrote. */
function readUnsigned(file: string): UnsignedTx {
  const found = readJson(file) as Partial<UnsignedTx> | null;
  if (typeof found?.signer === "string" && Array.isArray(found.document?.msgs)) return found as UnsignedTx;
  throw new Failure(`${file} is no transaction to sign`, "Write one: assay tx bank send ... --generate-only");
}

async function store(session: Session) {
  const { KeyStore } = await import("../keys/key-store.ts");
  return new KeyStore(session.settings.home, session.settings.prefix);
}

/** Everything that will be signed, as it will be. */
async function show(session: Session, { signer, document }: UnsignedTx): Promise<void> {
  const { jsonText } = await import("../show/message.ts");
  const { feeText } = await import("../preview.ts");
  session.out.talk(`Of ${signer} on ${document.chain_id}, sequence ${document.sequence}:`);
  session.out.talk(jsonText(document.msgs as unknown as Json));
  if (document.memo !== "") session.out.talk(`Memo: ${JSON.stringify(document.memo)}`);
  session.out.talk(`Fee: ${feeText(document.fee)}.`);
}

const sign: Work = async (session, [file], flags) => {
  const unsigned = readUnsigned(file!);
  const { from } = flags as unknown as { from: string };
  const { aminoWallet, firstAccount } = await import("@assay/client/wallet");
  const keys = await store(session);
  await show(session, unsigned);
  const wallet = await aminoWallet(await keys.open(from, session.password), {
    prefix: session.settings.prefix,
  });
  const { address } = await firstAccount(wallet);
  await confirm(`Sign it with ${from} (${address})?`, session.settings.yes);
  const { signature } = await wallet.signAmino(address, unsigned.document);
  session.out.data({ address, ...signature } as unknown as Json, () =>
    JSON.stringify({ address, ...signature }, null, 2),
  );
};

const broadcast: Work = async (session, [file, ...signatureFiles]) => {
  const unsigned = readUnsigned(file!);
  const { assembleTx } = await import("@assay/client/multisig");
  const { AssayError } = await import("@assay/client/errors");
  const { sentJson } = await import("../show/tx.ts");
  const signatures = signatureFiles.map((name) => readJson(name) as Parameters<typeof assembleTx>[1][number]);
  const key = await (await store(session)).multisigOf(unsigned.signer);
  const bytes = await assembleTx(unsigned, signatures, key);
  const client = await session.client();
  await show(session, unsigned);
  await confirm("Send it?", session.settings.yes);
  const hash = await client.broadcastTxSync(bytes);
  session.out.talk(`Sent ${hash}, waiting for a block`);
  const tx = await client.waitForTx(hash);
  const { code, codespace, rawLog: log } = tx;
  if (code !== 0) throw new AssayError({ codespace, code, log, txHash: hash });
  session.out.data(
    sentJson({ ...tx, transactionHash: hash }),
    () => `In block ${tx.height}, transaction ${hash}`,
  );
};

export function addTxFiles(cli: Cli, tx: Command): void {
  run(
    cli,
    tx
      .command("sign <file>")
      .description("sign what --generate-only wrote, and print the signature")
      .requiredOption("--from <key>", "name of the key that signs")
      .option("-y, --yes", "do not ask before signing")
      .option("--password-file <file>", "file with the key's password; asked for otherwise"),
    sign,
  );
  run(
    cli,
    tx
      .command("broadcast <file> <signatures...>")
      .description("put the signatures under what they signed, and send it")
      .option("-y, --yes", "do not ask before sending"),
    broadcast,
  );
}
