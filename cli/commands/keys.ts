/** `assay keys`: the keys that sign. */
import type { Command } from "commander";
import { type Cli, run } from "../command.ts";
import { askMnemonic, confirm } from "../prompt.ts";
import type { Session } from "../session.ts";

async function store(session: Session) {
  const { KeyStore } = await import("../keys/key-store.ts");
  return new KeyStore(session.settings.home, session.settings.prefix);
}

const password = (command: Command): Command =>
  command.option("--password-file <file>", "file with the key's password; asked for otherwise");
const plain = (command: Command): Command =>
  command.option("--plain", "keep the words in the clear (a devnet's home only)");

export function addKeys(cli: Cli, program: Command): void {
  const keys = program.command("keys").description("make, keep and show keys").helpGroup("Use a ledger:");
  run(
    cli,
    plain(password(keys.command("add <name>").description("make a key, and show its words once"))),
    async (session, [name], flags) => {
      const { info, mnemonic } = await (await store(session)).add(
        name!,
        undefined,
        flags.plain === true,
        session.password,
      );
      session.out.talk("These words are the key. Write them down and show them to nobody:");
      session.out.data({ ...info, mnemonic }, () => `${mnemonic}\n\n${info.name}  ${info.address}`);
    },
  );
  run(
    cli,
    plain(password(keys.command("import <name>").description("keep a key by its words, typed or piped in"))),
    async (session, [name], flags) => {
      const words = await askMnemonic();
      const { info } = await (await store(session)).add(name!, words, flags.plain === true, session.password);
      session.out.data({ ...info }, () => `${info.name}  ${info.address}`);
    },
  );
  run(
    cli,
    keys
      .command("multisig <name> <threshold> <keys...>")
      .description("keep several keys (names, or public keys in base64) as one account"),
    async (session, [name, threshold, ...given]) => {
      const info = await (await store(session)).addMultisig(name!, Number(threshold), given);
      session.out.data({ ...info }, () => `${info.name}  ${info.address}`);
    },
  );
  run(cli, keys.command("list").description("all keys of the home"), async (session) => {
    const { table } = await import("../show/table.ts");
    const keyStore = await store(session);
    const infos = await Promise.all(keyStore.names().map((name) => keyStore.info(name)));
    session.out.data(
      infos.map((info) => ({ ...info })),
      () =>
        infos.length === 0
          ? `No keys in ${session.settings.home}. Make one: assay keys add NAME`
          : table(
              ["Name", "Address", "Kept"],
              infos.map(({ name, address, storage }) => [name, address, storage]),
            ),
    );
  });
  run(
    cli,
    keys.command("show <name>").description("the address of a key (with --json its public key too)"),
    async (session, [name]) => {
      const info = await (await store(session)).info(name!);
      session.out.data({ ...info }, () => info.address);
    },
  );
  run(
    cli,
    password(
      keys.command("export <name>").description("show a key's words").option("-y, --yes", "do not ask"),
    ),
    async (session, [name]) => {
      const keyStore = await store(session);
      const info = await keyStore.info(name!);
      await confirm(`Show the words of "${name}"? Who sees them owns the coins.`, session.settings.yes);
      const { mnemonic } = await keyStore.open(name!, session.password);
      session.out.data({ ...info, mnemonic }, () => mnemonic);
    },
  );
  run(
    cli,
    keys
      .command("delete <name>")
      .description("remove a key; only its words bring it back")
      .option("-y, --yes", "do not ask"),
    async (session, [name]) => {
      const keyStore = await store(session);
      const info = await keyStore.info(name!);
      await confirm(
        `Delete "${name}" (${info.address})? Without its words its coins are lost.`,
        session.settings.yes,
      );
      await keyStore.delete(name!);
      session.out.data({ deleted: name! }, () => `Deleted ${name}.`);
    },
  );
}
