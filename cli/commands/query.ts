/** `assay query`: what the ledger says now. */

import type { Json } from "@assay/proto/wire/json";
import type { MessageType } from "@assay/proto/wire/message-type";
import type { Command } from "commander";
import { numberFlag } from "../amount-flag.ts";
import { type Cli, run } from "../command.ts";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import { addQueryRegistry } from "./query-registry.ts";

const HEIGHT = numberFlag("height", 1, 1e15);
const LIMIT = numberFlag("--limit", 1, 1000);

/** A message as the ledger's JSON: snake_case, 64-bit numbers as text, bytes in hex. */
async function show<T extends object>(session: Session, type: MessageType<T>, message: T): Promise<void> {
  const { messageToJson } = await import("@assay/proto/wire/json");
  const { jsonText } = await import("../show/message.ts");
  const json = messageToJson(type, message, "hex");
  session.out.data(json, () => jsonText(json));
}

async function showJson(session: Session, json: Json): Promise<void> {
  const { jsonText } = await import("../show/message.ts");
  session.out.data(json, () => jsonText(json));
}

function auth(cli: Cli, query: Command): void {
  const module = query.command("auth").description("accounts");
  run(
    cli,
    module
      .command("account <address>")
      .description("number, sequence and key of an account (or a key's name)"),
    async (session, [who]) => {
      const address = await session.address(who!);
      const account = await (await session.client()).getAccount(address);
      if (account === null) {
        throw new Failure(`the ledger has never seen ${address}`, "An account begins with its first coins.");
      }
      const { toHex } = await import("@assay/primitives/bytes");
      await showJson(session, {
        address: account.address,
        account_number: String(account.accountNumber),
        sequence: String(account.sequence),
        pub_key: account.pubkey === null ? null : toHex(account.pubkey),
        ...(account.module === undefined ? {} : { module: account.module }),
      });
    },
  );
}

function bank(cli: Cli, query: Command): void {
  const module = query.command("bank").description("coins");
  const coins = async (session: Session, list: readonly { denom: string; amount: string }[]) => {
    const { amountText } = await import("../preview.ts");
    const json = list.map(({ denom, amount }) => ({ denom, amount }));
    session.out.data(json, () =>
      json.length === 0
        ? "No coins."
        : json
            .map(({ denom, amount }) => `${amountText(BigInt(amount), denom)}  (${amount}${denom})`)
            .join("\n"),
    );
  };
  run(
    cli,
    module.command("balance <address> [denom]").description("one coin of an account (or a key's name)"),
    async (session, [who, denom]) => {
      const { query: ask } = await session.client();
      const { amountText } = await import("../preview.ts");
      const coin = await ask.bank.balance(await session.address(who!), denom ?? (await session.denom()));
      session.out.data(
        { denom: coin.denom, amount: coin.amount },
        () => `${amountText(BigInt(coin.amount), coin.denom)}  (${coin.amount}${coin.denom})`,
      );
    },
  );
  run(
    cli,
    module.command("balances <address>").description("all coins of an account"),
    async (session, [who]) =>
      coins(session, await (await session.client()).getAllBalances(await session.address(who!))),
  );
  run(cli, module.command("supply [denom]").description("coins that exist"), async (session, [denom]) => {
    const { query: ask } = await session.client();
    await coins(
      session,
      denom === undefined ? await ask.bank.totalSupply() : [await ask.bank.supplyOf(denom)],
    );
  });
}

function data(cli: Cli, query: Command): void {
  const module = query.command("data").description("datasets, their claims and stakes");
  run(cli, module.command("dataset <id>").description("one dataset"), async (session, [id]) => {
    const { Dataset } = await import("@assay/proto/gen/assay/data/v1/types");
    const { messageToJson } = await import("@assay/proto/wire/json");
    const { datasetText } = await import("../show/dataset.ts");
    const dataset = await (await session.client()).query.data.dataset(id!);
    const denom = await session.denom();
    session.out.data(messageToJson(Dataset, dataset, "hex"), () => datasetText(dataset, denom));
  });
  run(
    cli,
    module
      .command("datasets")
      .description("all datasets, newest first")
      .option("--owner <address>", "of one owner (or key's name)")
      .option("--status <status>", "pending, active, final, rejected, delisted or retired")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { DatasetStatusEnum } = await import("@assay/proto/gen/assay/data/v1/types");
      const { QueryDatasetsResponse } = await import("@assay/proto/gen/assay/data/v1/query");
      const { messageToJson } = await import("@assay/proto/wire/json");
      const { datasetsText } = await import("../show/dataset.ts");
      const { UsageError } = await import("../failure.ts");
      const { owner, status, limit } = flags as { owner?: string; status?: string; limit: number };
      const wanted =
        status === undefined ? 0 : DatasetStatusEnum.values[`DATASET_STATUS_${status.toUpperCase()}`];
      if (wanted === undefined)
        throw new UsageError(`--status ${status}`, "See assay query data datasets --help.");
      const found = await (await session.client()).query.data.datasets({
        status: wanted as never,
        ...(owner === undefined ? {} : { owner: await session.address(owner) }),
        page: { limit },
      });
      session.out.data(messageToJson(QueryDatasetsResponse, found, "hex"), () =>
        datasetsText(found.datasets),
      );
    },
  );
  for (const thing of ["positions", "unbondings"] as const) {
    run(
      cli,
      module
        .command(thing)
        .description(
          thing === "positions" ? "stakes, by dataset, account, or both" : "stakes on their way out",
        )
        .option("--dataset <id>", "in one dataset")
        .option("--account <address>", "of one account (or key's name)")
        .option("--limit <n>", "at most so many", LIMIT, 100),
      async (session, _args, flags) => {
        const types = await import("@assay/proto/gen/assay/data/v1/query");
        const { dataset, account, limit } = flags as { dataset?: string; account?: string; limit: number };
        const { UsageError } = await import("../failure.ts");
        if (dataset === undefined && account === undefined) {
          throw new UsageError("of whom?", "Give --dataset, --account, or both.");
        }
        const filter = {
          ...(dataset === undefined ? {} : { datasetId: dataset }),
          ...(account === undefined ? {} : { account: await session.address(account) }),
          page: { limit },
        };
        const ask = (await session.client()).query.data;
        if (thing === "positions")
          await show(session, types.QueryPositionsResponse, await ask.positions(filter));
        else await show(session, types.QueryUnbondingsResponse, await ask.unbondings(filter));
      },
    );
  }
  run(
    cli,
    module.command("withdrawable <account>").description("what an account may withdraw, by dataset"),
    async (session, [who]) => {
      const { QueryWithdrawableResponse } = await import("@assay/proto/gen/assay/data/v1/query");
      const withdrawable = await (await session.client()).query.data.withdrawable(
        await session.address(who!),
      );
      await show(session, QueryWithdrawableResponse, { withdrawable });
    },
  );
  run(cli, module.command("totals").description("counts and sums of all datasets"), async (session) => {
    const { Totals } = await import("@assay/proto/gen/assay/data/v1/query");
    await show(session, Totals, await (await session.client()).query.data.totals());
  });
  run(cli, module.command("params").description("stakes, burns and windows"), async (session) => {
    const { Params } = await import("@assay/proto/gen/assay/data/v1/types");
    await show(session, Params, await (await session.client()).query.data.params());
  });
}

function challenge(cli: Cli, query: Command): void {
  const module = query.command("challenge").description("challenges");
  run(cli, module.command("case <id>").description("one challenge"), async (session, [id]) => {
    const { Case } = await import("@assay/proto/gen/assay/challenge/v1/types");
    await show(session, Case, await (await session.client()).query.challenge.case(BigInt(HEIGHT(id!))));
  });
  run(
    cli,
    module
      .command("cases")
      .description("challenges, newest first")
      .option("--dataset <id>", "of one dataset")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { QueryCasesResponse } = await import("@assay/proto/gen/assay/challenge/v1/query");
      const { messageToJson } = await import("@assay/proto/wire/json");
      const { casesText } = await import("../show/dataset.ts");
      const { dataset, limit } = flags as { dataset?: string; limit: number };
      const found = await (await session.client()).query.challenge.cases({
        ...(dataset === undefined ? {} : { datasetId: dataset }),
        page: { limit },
      });
      const denom = await session.denom();
      session.out.data(messageToJson(QueryCasesResponse, found, "hex"), () => casesText(found.cases, denom));
    },
  );
  run(cli, module.command("params").description("bonds and windows"), async (session) => {
    const { Params } = await import("@assay/proto/gen/assay/challenge/v1/types");
    await show(session, Params, await (await session.client()).query.challenge.params());
  });
}

function attest(cli: Cli, query: Command): void {
  const module = query.command("attest").description("questions to the validators");
  run(
    cli,
    module
      .command("questions")
      .description("what validators are asked")
      .option("--status <status>", "open, passed, refused or lapsed")
      .option("--limit <n>", "at most so many", LIMIT, 100),
    async (session, _args, flags) => {
      const { QuestionStatusEnum } = await import("@assay/proto/gen/assay/attest/v1/types");
      const { QueryQuestionsResponse } = await import("@assay/proto/gen/assay/attest/v1/query");
      const { UsageError } = await import("../failure.ts");
      const { status, limit } = flags as { status?: string; limit: number };
      const wanted =
        status === undefined ? 0 : QuestionStatusEnum.values[`QUESTION_STATUS_${status.toUpperCase()}`];
      if (wanted === undefined)
        throw new UsageError(`--status ${status}`, "See assay query attest questions --help.");
      const ask = (await session.client()).query.attest;
      await show(
        session,
        QueryQuestionsResponse,
        await ask.questions({ status: wanted as never, page: { limit } }),
      );
    },
  );
  run(
    cli,
    module.command("question <id>").description("one question, with each answer"),
    async (session, [id]) => {
      const { Question } = await import("@assay/proto/gen/assay/attest/v1/types");
      await show(
        session,
        Question,
        await (await session.client()).query.attest.question(BigInt(HEIGHT(id!))),
      );
    },
  );
}

export function addQuery(cli: Cli, program: Command): void {
  const query = program.command("query").description("ask the ledger").helpGroup("Use a ledger:");
  auth(cli, query);
  bank(cli, query);
  data(cli, query);
  challenge(cli, query);
  attest(cli, query);
  addQueryRegistry(cli, query);
  const staking = query.command("staking").description("who makes blocks");
  run(cli, staking.command("validators").description("by power, the largest first"), async (session) => {
    const { QueryValidatorsResponse } = await import("@assay/proto/gen/assay/staking/v1/query");
    const validators = await (await session.client()).query.staking.validators();
    await show(session, QueryValidatorsResponse, { validators });
  });
  run(cli, query.command("status").description("chain id, height and time of the node"), async (session) => {
    const status = await (await session.client()).status();
    await showJson(session, {
      chain_id: status.chainId,
      height: String(status.latestHeight),
      time: status.latestTime,
      moniker: status.moniker,
      earliest_height: String(status.earliestHeight),
    });
  });
  run(cli, query.command("tx <hash>").description("a transaction, by its hash"), async (session, [hash]) => {
    const { txJson } = await import("../show/tx.ts");
    const { UsageError } = await import("../failure.ts");
    if (!/^(0x)?[0-9a-fA-F]{64}$/.test(hash!))
      throw new UsageError(`"${hash}" is no hash`, "Give 64 hex digits.");
    const tx = await (await session.client()).getTx(hash!.replace(/^0x/, ""));
    if (tx === null)
      throw new Failure(`no block holds ${hash}`, "It may be on its way: try again in a moment.");
    await showJson(session, txJson(tx));
  });
  run(
    cli,
    query.command("block [height]").description("a block; the latest without a height"),
    async (session, [height]) => {
      const { blockJson } = await import("../show/tx.ts");
      const block = await (await session.client()).getBlock(
        height === undefined ? undefined : HEIGHT(height),
      );
      await showJson(session, blockJson(block));
    },
  );
}
