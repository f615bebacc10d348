/** `assay init`: a home for a ledger of one's own. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configFile, configText } from "@assay/chain/config";
import { parseGenesis } from "@assay/chain/engine/genesis";
import { ValidatorKey } from "@assay/chain/engine/keys";
import { homePaths } from "@assay/chain/home";
import { writeNodeHomes } from "@assay/chain/node-homes";
import { rawAddress } from "@assay/client/raw-address";
import { type DevnetConfig, defaultConfig } from "@assay/devnet/config";
import { genesisDocument } from "@assay/devnet/home";
import { toBase64 } from "@assay/proto/wire/base64";
import { amountFlag } from "../amount-flag.ts";
import { Failure, UsageError } from "../failure.ts";
import { writeAtomically } from "../keys/atomic-file.ts";
import { KeyStore } from "../keys/key-store.ts";
import type { Session } from "../session.ts";
import { nodePlans } from "./network-plan.ts";

export interface InitFlags {
  readonly chainId: string;
  readonly moniker: string;
  readonly validators: number;
  readonly engine: "embedded" | "cometbft";
  /** Where the nodes of a network are, one each; absent puts them all on this machine. */
  readonly machine?: readonly string[];
  readonly account?: readonly string[];
  readonly prefix: string;
  readonly denom: string;
}

/** The parts of a genesis document that are changed here. */
interface Document {
  readonly app_state: {
    readonly bank: { balances: { address: string; coins: { denom: string; amount: string }[] }[] };
    readonly staking: { validators: { consensus_pubkey: string }[] };
  };
  validators: unknown[];
}

/** `assay1...=1000assay`. @throws UsageError */
function accountFlag(text: string, prefix: string, denom: string): { address: string; amount: bigint } {
  const [address = "", amount = ""] = text.split("=");
  if (!address.startsWith(`${prefix}1`) || amount === "") {
    throw new UsageError(`--account ${text}`, `Give it like ${prefix}1...=1000${denom.slice(1)}.`);
  }
  rawAddress(address);
  return { address, amount: amountFlag(amount, denom) };
}

export async function initHome(session: Session, flags: InitFlags): Promise<void> {
  const { home } = session.settings;
  const { machine: machines = [] } = flags;
  const isReal = flags.engine === "cometbft";
  if (machines.length > 0 && (!isReal || machines.length !== flags.validators)) {
    throw new UsageError(
      `--machine is there ${machines.length} times`,
      "Give it once for each of --validators, with --engine cometbft.",
    );
  }
  // Real validators share nothing but the genesis document: each has a home that can go to its machine.
  const homes =
    isReal && flags.validators > 1
      ? Array.from({ length: flags.validators }, (_, i) => join(home, `node-${i + 1}`))
      : [home];
  for (const path of homes.flatMap((one) => [homePaths(one).genesis, homePaths(one).validators])) {
    if (existsSync(path)) {
      throw new Failure(
        `${path} is there already`,
        "Choose another --home; a ledger's genesis does not change.",
      );
    }
  }
  if (!/^u[a-z]{2,15}$/.test(flags.denom)) {
    throw new UsageError(`--denom ${flags.denom}`, "Give u and the coin's name, like uassay.");
  }
  const symbol = flags.denom.slice(1);
  const accounts = (flags.account ?? []).map((text) => accountFlag(text, flags.prefix, flags.denom));
  const names = Array.from({ length: flags.validators }, (_, i) =>
    i === 0 ? "operator" : `operator-${i + 1}`,
  );

  let password: Promise<string> | undefined;
  const once = (): Promise<string> => {
    password ??= session.password(true);
    return password;
  };
  const operators = [];
  for (const [i, name] of names.entries()) {
    const ownHome = homes.length > 1;
    const keys = new KeyStore(ownHome ? homes[i]! : home, flags.prefix);
    operators.push(await keys.add(ownHome ? "operator" : name, undefined, false, once));
  }

  const config: DevnetConfig = {
    ...defaultConfig(),
    chainId: flags.chainId,
    bech32Prefix: flags.prefix,
    denom: flags.denom,
    denomMetadata: [
      {
        description: "The coin of stakes and fees",
        denomUnits: [
          { denom: flags.denom, exponent: 0, aliases: [] },
          { denom: symbol, exponent: 6, aliases: [] },
        ],
        base: flags.denom,
        display: symbol,
        name: symbol,
        symbol: symbol.toUpperCase(),
        uri: "",
        uriHash: "",
      },
    ],
    accounts: [],
    validators: names.map((name, i) => ({ name: i === 0 ? flags.moniker : name, power: "10" })),
    params: {},
  };
  const document = genesisDocument(
    config,
    {
      accounts: [],
      validators: operators.map(({ info }, i) => ({
        name: names[i]!,
        mnemonic: "",
        address: info.address,
      })),
    },
    new Date().toISOString(),
  ) as unknown as Document;
  const validatorKeys = names.map(() => ValidatorKey.generate());
  document.validators = validatorKeys.map((key, i) => {
    const { address, pub_key } = key.toJson();
    return { address, pub_key, power: "10", name: config.validators[i]!.name };
  });
  validatorKeys.forEach((key, i) => {
    document.app_state.staking.validators[i]!.consensus_pubkey = toBase64(key.publicKey);
  });
  for (const { address, amount } of accounts) {
    document.app_state.bank.balances.push({
      address,
      coins: [{ denom: flags.denom, amount: String(amount) }],
    });
  }
  const genesis = `${JSON.stringify(document, null, 2)}\n`;
  parseGenesis(genesis);

  if (isReal) {
    const monikers = config.validators.map(({ name }) => name);
    writeNodeHomes(genesis, nodePlans(homes, monikers, validatorKeys, machines));
  } else {
    const paths = homePaths(home);
    mkdirSync(join(home, "data"), { recursive: true });
    writeFileSync(paths.genesis, genesis);
    await writeAtomically(
      paths.validators,
      JSON.stringify(
        validatorKeys.map((key) => key.toJson()),
        null,
        2,
      ),
    );
    await writeAtomically(paths.nodeKey, JSON.stringify(ValidatorKey.generate().toJson(), null, 2));
    writeFileSync(configFile(home), configText({ moniker: flags.moniker }));
  }
  for (const { info, mnemonic } of operators)
    session.out.talk(`Words of ${info.name}, shown once: ${mnemonic}`);
  session.out.data(
    {
      home,
      chain_id: flags.chainId,
      operators: operators.map(({ info }, i) => ({ name: names[i]!, address: info.address })),
      ...(homes.length > 1 ? { homes } : {}),
    },
    () =>
      homes.length > 1
        ? `${homes.length} homes for ${flags.chainId} are in ${home}`
        : `A home for ${flags.chainId} is in ${home}`,
  );
  if (machines.length > 0) session.out.talk("Take each home to its machine, then start it there:");
  for (const one of homes) session.out.talk(`Next: assay start --home ${one}`);
}
