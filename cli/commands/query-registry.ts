/** `assay query registry`: models, versions and lineage, as the ledger says it. */
import type { MessageType } from "@assay/proto/wire/message-type";
import type { Command } from "commander";
import { numberFlag } from "../amount-flag.ts";
import { type Cli, run } from "../command.ts";
import { UsageError } from "../failure.ts";
import type { Session } from "../session.ts";

const LIMIT = numberFlag("--limit", 1, 1000);

async function show<T extends object>(session: Session, type: MessageType<T>, message: T): Promise<void> {
  const { messageToJson } = await import("@assay/proto/wire/json");
  const { jsonText } = await import("../show/message.ts");
  const json = messageToJson(type, message, "hex");
  session.out.data(json, () => jsonText(json));
}

const registryOf = async (session: Session) => (await session.client()).query.registry;
const types = () => import("@assay/proto/gen/assay/registry/v1/query");

function lists(cli: Cli, module: Command): void {
  run(
    cli,
    module
      .command("models")
      .description("all models, newest first")
      .option("--owner <address>", "of one owner (or key's name)")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { messageToJson } = await import("@assay/proto/wire/json");
      const { modelsText } = await import("../show/model.ts");
      const { owner, limit } = flags as { owner?: string; limit: number };
      const found = await (await registryOf(session)).models({
        ...(owner === undefined ? {} : { owner: await session.address(owner) }),
        page: { limit },
      });
      const { QueryModelsResponse } = await types();
      session.out.data(messageToJson(QueryModelsResponse, found, "hex"), () => modelsText(found.models));
    },
  );
  run(
    cli,
    module
      .command("versions")
      .description("all versions, newest first")
      .option("--model <id>", "of one model")
      .option("--task <task>", "for one task of the Hub's")
      .option("--status <status>", "pending, live, rejected or retired")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { VersionStatusEnum } = await import("@assay/proto/gen/assay/registry/v1/types");
      const { messageToJson } = await import("@assay/proto/wire/json");
      const { versionsText } = await import("../show/model.ts");
      const { model, task, status, limit } = flags as Record<string, string | undefined> & { limit: number };
      const wanted =
        status === undefined ? 0 : VersionStatusEnum.values[`VERSION_STATUS_${status.toUpperCase()}`];
      if (wanted === undefined)
        throw new UsageError(`--status ${status}`, "See assay query registry versions --help.");
      const found = await (await registryOf(session)).versions({
        ...(model === undefined ? {} : { modelId: model }),
        ...(task === undefined ? {} : { task }),
        status: wanted as never,
        page: { limit },
      });
      const { QueryVersionsResponse } = await types();
      session.out.data(messageToJson(QueryVersionsResponse, found, "hex"), () =>
        versionsText(found.versions),
      );
    },
  );
  run(
    cli,
    module
      .command("grants")
      .description("who may name which closed versions as parents")
      .option("--parent <id>", "of one version")
      .option("--builder <address>", "to one builder (or key's name)")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { parent, builder, limit } = flags as { parent?: string; builder?: string; limit: number };
      if (parent === undefined && builder === undefined) {
        throw new UsageError("of whom?", "Give --parent, --builder, or both.");
      }
      const found = await (await registryOf(session)).grants({
        ...(parent === undefined ? {} : { parentId: parent }),
        ...(builder === undefined ? {} : { builder: await session.address(builder) }),
        page: { limit },
      });
      await show(session, (await types()).QueryGrantsResponse, found);
    },
  );
}

function lineage(cli: Cli, module: Command): void {
  run(
    cli,
    module.command("children <parent>").description("versions made from a version or a dataset"),
    async (session, [parent]) => {
      const found = await (await registryOf(session)).children(parent!);
      await show(session, (await types()).QueryChildrenResponse, found);
    },
  );
  run(
    cli,
    module.command("pullable <parent>").description("what waits for a version or a dataset, and where"),
    async (session, [parent]) => {
      const found = await (await registryOf(session)).pullable(parent!);
      await show(session, (await types()).QueryPullableResponse, found);
    },
  );
  run(
    cli,
    module.command("owed <account>").description("what an account is owed"),
    async (session, [who]) => {
      const amount = await (await registryOf(session)).owed(await session.address(who!));
      await show(session, (await types()).QueryOwedResponse, { amount });
    },
  );
}

export function addQueryRegistry(cli: Cli, query: Command): void {
  const module = query.command("registry").description("models, their versions and lineage");
  run(cli, module.command("model <id>").description("one model"), async (session, [id]) => {
    const { Model } = await import("@assay/proto/gen/assay/registry/v1/types");
    await show(session, Model, await (await registryOf(session)).model(id!));
  });
  run(
    cli,
    module.command("version <id>").description("one version, with its terms"),
    async (session, [id]) => {
      const found = await (await registryOf(session)).version(id!);
      await show(session, (await types()).QueryVersionResponse, found);
    },
  );
  run(cli, module.command("card <version>").description("a version's card"), async (session, [id]) => {
    const { fields, body } = await (await registryOf(session)).card(id!);
    const { jsonText } = await import("../show/message.ts");
    const json = { ...Object.fromEntries([...fields].map(([key, values]) => [key, [...values]])), body };
    session.out.data(json, () => jsonText(json));
  });
  run(
    cli,
    module.command("scores <version>").description("how good a version is said to be"),
    async (session, [id]) => {
      const scores = await (await registryOf(session)).scores(id!);
      await show(session, (await types()).QueryScoresResponse, { scores });
    },
  );
  lists(cli, module);
  lineage(cli, module);
  run(cli, module.command("params").description("burns, shares and windows"), async (session) => {
    const { Params } = await import("@assay/proto/gen/assay/registry/v1/types");
    await show(session, Params, await (await registryOf(session)).params());
  });
}
