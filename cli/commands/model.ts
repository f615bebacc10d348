/** `assay model`: models, what they were made from, and what they earn. */
import type { Command } from "commander";
import { numberFlag } from "../amount-flag.ts";
import { type Cli, generating, run, signing as signs, type Work } from "../command.ts";
import type { Session } from "../session.ts";

type Sent = NonNullable<Awaited<ReturnType<Session["send"]>>>;

/** What these commands send may be signed by others too. */
const signing = (command: Command): Command => generating(signs(command));
const list = (text: string, before: readonly string[] = []): string[] => [...before, text];
const BPS = numberFlag("weight", 0, 10_000);
const fromOf = (flags: object): string => (flags as { from: string }).from;

async function answer(session: Session, tx: Sent, sentence: string): Promise<void> {
  const { sentJson } = await import("../show/tx.ts");
  session.out.data(
    sentJson(tx),
    () => `${sentence}\nIn block ${tx.height}, transaction ${tx.transactionHash}`,
  );
}

const transfer: Work = async (session, [id, to], flags) => {
  const { offerModel } = await import("@assay/client/modules/registry/messages");
  const signer = await session.signer(fromOf(flags));
  const taker = await session.address(to!);
  const tx = await session.send(
    signer,
    [offerModel({ owner: signer.address, modelId: id!, to: taker })],
    [`Offer the model to ${taker}, who may accept it: with all its versions, and what was not pulled yet.`],
  );
  if (tx === undefined) return;
  await answer(session, tx, `Offered to ${taker}; they accept with: assay model accept ${id}`);
};

const withdrawOffer: Work = async (session, [id], flags) => {
  const { offerModel } = await import("@assay/client/modules/registry/messages");
  const signer = await session.signer(fromOf(flags));
  const message = offerModel({ owner: signer.address, modelId: id! });
  const tx = await session.send(signer, [message], ["Take the model's offer back."]);
  if (tx === undefined) return;
  await answer(session, tx, "Taken back: nobody may accept it.");
};

const accept: Work = async (session, [id], flags) => {
  const { acceptModel } = await import("@assay/client/modules/registry/messages");
  const signer = await session.signer(fromOf(flags));
  const { name, owner } = await (await session.client()).query.registry.model(id!);
  const message = acceptModel({ newOwner: signer.address, modelId: id! });
  const tx = await session.send(signer, [message], [`Take over ${name} from ${owner}.`]);
  if (tx === undefined) return;
  await answer(session, tx, `${name} is yours.`);
};

const grant: Work = async (session, [id, builder, weight], flags) => {
  const { grantLineage } = await import("@assay/client/modules/registry/messages");
  const { percent } = await import("../show/model.ts");
  const signer = await session.signer(fromOf(flags));
  const who = await session.address(builder!);
  const minWeightBps = BPS(weight!);
  const message = grantLineage({ owner: signer.address, parentId: id!, builder: who, minWeightBps });
  const sentence =
    minWeightBps === 0
      ? `Take back what ${who} was granted.`
      : `Let ${who} name this version as a parent, once, for at least ${percent(minWeightBps)} of the income.`;
  const tx = await session.send(signer, [message], [sentence]);
  if (tx === undefined) return;
  await answer(session, tx, minWeightBps === 0 ? "Taken back." : "Granted.");
};

const retire: Work = async (session, [id], flags) => {
  const { retireVersion } = await import("@assay/client/modules/registry/messages");
  const signer = await session.signer(fromOf(flags));
  const tx = await session.send(
    signer,
    [retireVersion({ owner: signer.address, versionId: id! })],
    ["Retire the version, for good: no session, child or score may begin on it any more."],
  );
  if (tx === undefined) return;
  await answer(session, tx, "Retired.");
};

const score: Work = async (session, [id, testSet, metric, value], flags) => {
  const { reportScore } = await import("@assay/client/modules/registry/messages");
  const { UsageError } = await import("../failure.ts");
  const { rows, dataset } = flags as { rows: number; dataset?: string };
  const match = /^(?:0?\.(\d{1,6})|([01])(?:\.0*)?)$/.exec(value!);
  const valuePpm =
    match === null ? Number.NaN : Number(match[2] ?? 0) * 1_000_000 + Number((match[1] ?? "").padEnd(6, "0"));
  if (!(valuePpm <= 1_000_000))
    throw new UsageError(`score ${value}`, "Give a number from 0 to 1, like 0.973.");
  const signer = await session.signer(fromOf(flags));
  const message = reportScore({
    owner: signer.address,
    versionId: id!,
    testSet: testSet!,
    ...(dataset === undefined ? {} : { datasetId: dataset }),
    metric: metric!,
    valuePpm,
    rows: BigInt(rows),
  });
  const tx = await session.send(signer, [message], [`Say that ${metric} on ${testSet} is ${value}.`]);
  if (tx === undefined) return;
  await answer(session, tx, "Reported; it is shown as your own word.");
};

async function show(session: Session, id: string): Promise<void> {
  const { Model, Score, Version } = await import("@assay/proto/gen/assay/registry/v1/types");
  const { messageToJson } = await import("@assay/proto/wire/json");
  const { versionText } = await import("../show/model.ts");
  const { isClientError } = await import("@assay/client/errors");
  const { registry } = (await session.client()).query;
  let versionId: string | Uint8Array = id;
  try {
    await registry.model(id);
    versionId = (await registry.versions({ modelId: id, page: { limit: 1 } })).versions[0]!.id;
  } catch (error) {
    // Then it is a version's.
    if (!isClientError(error, "notFound")) throw error;
  }
  const { version, model } = await registry.version(versionId);
  const scores = await registry.scores(versionId);
  const denom = await session.denom();
  session.out.data(
    {
      model: messageToJson(Model, model, "hex"),
      version: messageToJson(Version, version, "hex"),
      scores: scores.map((one) => messageToJson(Score, one, "hex")),
    },
    () => versionText(version, model, scores, denom),
  );
}

const versionFlags = (command: Command): Command =>
  command
    .option(
      "--use-bps <n>",
      "your share of what sessions earn, in 1/10,000",
      numberFlag("--use-bps", 0, 5000),
      1000,
    )
    .option("--licence <spdx>", "SPDX expression; the card's license otherwise")
    .option("--closed-lineage", "nobody else may name it as a parent without your grant")
    .option("--parent <parent>", "what it was made from, like dataset:ID=500 (5 %); again for more", list)
    .option("--content-url <url>", "where its files can be had; again for more", list);

/** Verbs that `assay tx registry` and `assay model` share. */
export function addModelVerbs(cli: Cli, parent: Command): void {
  run(
    cli,
    versionFlags(
      signing(parent.command("publish <dir>").description("put a new model on the ledger")),
    ).option("--name <name>", "name of the model; the folder's otherwise"),
    async (session, [dir], flags) =>
      (await import("../model/publish.ts")).publishModelCommand(session, dir!, flags as never),
  );
  run(
    cli,
    versionFlags(
      signing(
        parent.command("version <model> <dir>").description("put a model's next version on the ledger"),
      ),
    ),
    async (session, [model, dir], flags) =>
      (await import("../model/publish.ts")).publishVersionCommand(session, model!, dir!, flags as never),
  );
  run(
    cli,
    signing(parent.command("transfer <model> <to>").description("offer a model to another owner")),
    transfer,
  );
  run(
    cli,
    signing(parent.command("withdraw-offer <model>").description("take the offer of a model back")),
    withdrawOffer,
  );
  run(cli, signing(parent.command("accept <model>").description("take over a model offered to you")), accept);
  run(
    cli,
    signing(
      parent
        .command("grant <version> <builder> <weight>")
        .description(
          "let a builder name a closed version as a parent, for at least so many 1/10,000; 0 takes it back",
        ),
    ),
    grant,
  );
  run(cli, signing(parent.command("retire <version>").description("take a version off the market")), retire);
  run(
    cli,
    signing(
      parent
        .command("score <version> <test-set> <metric> <value>")
        .description("say how good a version is, like: score ID sms accuracy 0.973 --rows 400"),
    )
      .requiredOption("--rows <n>", "rows of the test set", numberFlag("--rows", 1, 1e12))
      .option("--dataset <id>", "the test set, where it is on the ledger"),
    score,
  );
  run(
    cli,
    signing(
      parent
        .command("pull [parent...]")
        .description("fetch what your models earned, or what waits for the versions and datasets named"),
    ),
    async (session, parents, flags) =>
      (await import("../model/pull.ts")).pullCommand(session, parents, fromOf(flags)),
  );
}

export function addModel(cli: Cli, program: Command): void {
  const model = program
    .command("model")
    .description("publish models, name what they were made from, fetch what they earn")
    .helpGroup("Use a ledger:");
  addModelVerbs(cli, model);
  run(
    cli,
    model.command("show <id>").description("a version, or the latest one of a model"),
    async (session, [id]) => show(session, id!),
  );
}
