/** `assay tx`: one message, signed and sent. */
import type { Command } from "commander";
import { amountFlag } from "../amount-flag.ts";
import { CLAIM_HELP, claimKindFlag } from "../claim-flag.ts";
import { type Cli, generating, run, signing, type Work } from "../command.ts";
import { Failure, UsageError } from "../failure.ts";
import type { Session, Signer } from "../session.ts";
import { addModelVerbs } from "./model.ts";
import { addTxFiles } from "./tx-files.ts";

type Sent = NonNullable<Awaited<ReturnType<Session["send"]>>>;

async function answer(session: Session, tx: Sent, sentence: string): Promise<void> {
  const { sentJson } = await import("../show/tx.ts");
  session.out.data(
    sentJson(tx),
    () => `${sentence}\nIn block ${tx.height}, transaction ${tx.transactionHash}`,
  );
}

const signerOf = (session: Session, flags: object): Promise<Signer> =>
  session.signer((flags as { from: string }).from);

const send: Work = async (session, [to, amount], flags) => {
  const { send: compose } = await import("@assay/client/modules/bank/messages");
  const { amountText } = await import("../preview.ts");
  const denom = await session.denom();
  const base = amountFlag(amount!, denom);
  const recipient = await session.address(to!);
  const signer = await signerOf(session, flags);
  const message = compose({ from: signer.address, to: recipient, amount: [{ denom, amount: String(base) }] });
  const text = amountText(base, denom);
  const tx = await session.send(signer, [message], [`Send ${text} to ${recipient}.`]);
  if (tx === undefined) return;
  await answer(session, tx, `Sent ${text} to ${recipient}.`);
};

const multiSend: Work = async (session, args, flags) => {
  const { multiSend: compose } = await import("@assay/client/modules/bank/messages");
  const { amountText } = await import("../preview.ts");
  if (args.length % 2 !== 0)
    throw new UsageError("recipients and amounts do not come in pairs", "Give TO AMOUNT TO AMOUNT.");
  const denom = await session.denom();
  const outputs: { to: string; base: bigint }[] = [];
  for (let i = 0; i < args.length; i += 2) {
    outputs.push({ to: await session.address(args[i]!), base: amountFlag(args[i + 1]!, denom) });
  }
  const signer = await signerOf(session, flags);
  const message = compose({
    from: signer.address,
    outputs: outputs.map(({ to, base }) => ({ to, amount: [{ denom, amount: String(base) }] })),
  });
  const total = amountText(
    outputs.reduce((sum, { base }) => sum + base, 0n),
    denom,
  );
  const tx = await session.send(
    signer,
    [message],
    [...outputs.map(({ to, base }) => `Send ${amountText(base, denom)} to ${to}.`), `${total} in all.`],
  );
  if (tx === undefined) return;
  await answer(session, tx, `Sent ${total} to ${outputs.length} recipients.`);
};

const stake: Work = async (session, [id, word, amount], flags) => {
  const { stake: compose } = await import("@assay/client/modules/data/messages");
  const { amountText, stakeRisk } = await import("../preview.ts");
  const { claimTitle } = await import("../show/dataset.ts");
  const { data } = (await session.client()).query;
  const kind = claimKindFlag(word!);
  const [dataset, params] = await Promise.all([data.dataset(id!), data.params()]);
  const claim = dataset.claims.find((c) => c.kind === kind);
  if (claim === undefined)
    throw new Failure(`the dataset does not claim "${word}"`, `See: assay query data dataset ${id}`);
  const base = amountFlag(amount!, params.stakeDenom);
  const signer = await signerOf(session, flags);
  const message = compose({
    staker: signer.address,
    datasetId: dataset.id,
    claim: kind,
    amount: { denom: params.stakeDenom, amount: String(base) },
  });
  const text = amountText(base, params.stakeDenom);
  const tx = await session.send(
    signer,
    [message],
    [
      `Stake ${text} on "${claimTitle(claim)}" of ${dataset.terms?.name}.`,
      ...stakeRisk(base, claim, dataset, params),
    ],
  );
  if (tx === undefined) return;
  await answer(session, tx, `Staked ${text} on "${claimTitle(claim)}".`);
};

const unstake: Work = async (session, [id, word, amount], flags) => {
  const { unstake: compose } = await import("@assay/client/modules/data/messages");
  const { MsgUnstakeResponse } = await import("@assay/proto/gen/assay/data/v1/tx");
  const { amountText } = await import("../preview.ts");
  const params = await (await session.client()).query.data.params();
  const base = amountFlag(amount!, params.stakeDenom);
  const signer = await signerOf(session, flags);
  const message = compose({
    staker: signer.address,
    datasetId: id!,
    claim: claimKindFlag(word!),
    amount: { denom: params.stakeDenom, amount: String(base) },
  });
  const text = amountText(base, params.stakeDenom);
  const tx = await session.send(
    signer,
    [message],
    [
      `Take ${text} out of the claim.`,
      `It unbonds for ${params.unbondingBlocks} blocks, and can be lost in that time.`,
    ],
  );
  if (tx === undefined) return;
  const { completionHeight } = MsgUnstakeResponse.fromBytes(tx.msgResponses[0]!.value);
  await answer(
    session,
    tx,
    `${text} unbonds until block ${completionHeight}; then: assay dataset withdraw ${id}`,
  );
};

const withdraw: Work = async (session, [id], flags) => {
  const { withdraw: compose } = await import("@assay/client/modules/data/messages");
  const { MsgWithdrawResponse } = await import("@assay/proto/gen/assay/data/v1/tx");
  const { amountText } = await import("../preview.ts");
  const signer = await signerOf(session, flags);
  const message = compose({ account: signer.address, datasetId: id! });
  const tx = await session.send(signer, [message], ["Withdraw all that is free in this dataset."]);
  if (tx === undefined) return;
  const { amount } = MsgWithdrawResponse.fromBytes(tx.msgResponses[0]!.value);
  await answer(session, tx, `Withdrew ${amountText(BigInt(amount?.amount ?? 0), amount?.denom ?? "")}.`);
};

const retire: Work = async (session, [id], flags) => {
  const { retire: compose } = await import("@assay/client/modules/data/messages");
  const { MsgRetireResponse } = await import("@assay/proto/gen/assay/data/v1/tx");
  const params = await (await session.client()).query.data.params();
  const signer = await signerOf(session, flags);
  const tx = await session.send(
    signer,
    [compose({ owner: signer.address, datasetId: id! })],
    [
      "Retire the dataset, for good: nobody can back or challenge it any more.",
      `All stakes in it unbond for ${params.unbondingBlocks} blocks.`,
    ],
  );
  if (tx === undefined) return;
  const { completionHeight } = MsgRetireResponse.fromBytes(tx.msgResponses[0]!.value);
  await answer(session, tx, `Retired. Stakes are free in block ${completionHeight}.`);
};

/** One message, which may also be written down for others to sign. */
const one = (command: Command): Command => generating(signing(command));

/** Verbs that `assay tx data` and `assay dataset` share. */
export function addStakeVerbs(cli: Cli, parent: Command): void {
  run(
    cli,
    one(
      parent
        .command("stake <dataset> <claim> <amount>")
        .description("back a claim: your coins burn if it is proved false"),
    ),
    stake,
  ).addHelpText("after", CLAIM_HELP);
  run(
    cli,
    one(
      parent.command("unstake <dataset> <claim> <amount>").description("take a stake out; it unbonds first"),
    ),
    unstake,
  ).addHelpText("after", CLAIM_HELP);
  run(
    cli,
    one(parent.command("withdraw <dataset>").description("fetch what is free: stakes, rewards, bonds")),
    withdraw,
  );
  run(cli, one(parent.command("retire <dataset>").description("end a dataset of yours")), retire);
}

export function addTx(cli: Cli, program: Command): void {
  const tx = program.command("tx").description("sign and send one message").helpGroup("Use a ledger:");
  const bank = tx.command("bank").description("coins");
  run(
    cli,
    one(bank.command("send <to> <amount>").description("send coins to an address (or a key's name)")),
    send,
  );
  run(
    cli,
    one(
      bank
        .command("multi-send <to-and-amount...>")
        .description("send coins to several, all or none: TO AMOUNT TO AMOUNT"),
    ),
    multiSend,
  );
  addTxFiles(cli, tx);
  addStakeVerbs(cli, tx.command("data").description("stakes in datasets"));
  addModelVerbs(cli, tx.command("registry").description("models and their lineage"));
}
