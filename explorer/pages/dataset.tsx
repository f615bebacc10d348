/** @module One dataset: what is claimed, who pays if it is false, its rows, and what one can do. */

import { Answer, type Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { Access, ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { useEffect } from "preact/hooks";
import { withQuery } from "../app/router.ts";
import {
  hexId,
  isDatasetId,
  useCases,
  useDataParams,
  useDataset,
  usePositions,
  useQuestion,
  useUnbondings,
  useWithdrawable,
} from "../data/market.ts";
import { head, isUp, timeOfHeight } from "../data/node.ts";
import { formatAmount, formatBytes, groupDigits, plural } from "../format/amount.ts";
import { claimName, datasetBadge, provable } from "../format/claim-words.ts";
import { atRisk, claimsSentence, isWindowOpen } from "../format/dataset-words.ts";
import { parseMarkdown } from "../format/markdown.ts";
import { formatDate, formatSpan } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Address, DatasetIcon, Hash } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { ShowPage } from "../parts/loaded.tsx";
import { Crumbs } from "../parts/page-head.tsx";
import { Visible } from "../parts/visible.tsx";
import { msUntil, useBlockTime } from "../parts/when.tsx";
import { wallet } from "../wallet/wallet.ts";
import { ClaimsCard } from "./claims-card.tsx";
import { DatasetDialogs } from "./dataset-dialogs.tsx";
import { DatasetTabs } from "./dataset-tabs.tsx";
import { LengthChart } from "./length-chart.tsx";
import { Missing, NotFound } from "./not-found.tsx";

export function DatasetPage({ id }: { id: string }) {
  if (!isDatasetId(id)) return <NotFound />;
  return <ById key={id} id={id} />;
}

function ById({ id }: { id: string }) {
  const loaded = useDataset(id);
  return (
    <ShowPage
      title="Dataset"
      of={loaded}
      again={`dataset:${id}`}
      lines={8}
      missing={() => (
        <Missing title="No such dataset">
          <p>
            No dataset on this ledger has this id. <a href="/datasets">See those that are here</a>
          </p>
        </Missing>
      )}
    >
      {(dataset) => <Known dataset={dataset} />}
    </ShowPage>
  );
}

function Known({ dataset }: { dataset: Dataset }) {
  const id = hexId(dataset.id);
  const terms = dataset.terms;
  const name = visibleText(terms?.name ?? id);
  const bytes = (terms?.featuresBlob?.size ?? 0n) + (terms?.labelsBlob?.size ?? 0n);
  const params = useDataParams();
  const multiple = params.state === "ready" ? params.value.backersMultiple : 4;
  const open = isWindowOpen(dataset, head.value?.height ?? 0);
  useEffect(() => {
    document.title = `${name} · Assay`;
  }, [name]);
  useEffect(() => {
    document.documentElement.classList.add("has-act-bar");
    return () => document.documentElement.classList.remove("has-act-bar");
  }, []);
  return (
    <>
      <Crumbs crumbs={[{ text: "Datasets", href: "/datasets" }, { text: name }]} />
      <div class="page-head dataset-head">
        <div class="dataset-title">
          <DatasetIcon id={id} size={56} />
          <div>
            <div class="title-line">
              <h1 tabIndex={-1}>
                <Visible text={terms?.name ?? id} />
              </h1>
              <VersionPill dataset={dataset} />
              {dataset.status !== DatasetStatus.DATASET_STATUS_ACTIVE && (
                <Badge words={datasetBadge(dataset.status)} />
              )}
            </div>
            <div class="meta">
              <Address address={dataset.owner} tag="owner" copy />
              <span>{plural(terms?.rowCount ?? 0n, "row")}</span>
              <span>{plural(terms?.labels.length ?? 0, "label")}</span>
              <span>{formatBytes(bytes)}</span>
              <span>{visibleText(terms?.licence ?? "")}</span>
              <span>{terms?.access === Access.ACCESS_PUBLIC ? "public" : "licensed"}</span>
              <span class="meta-id">
                <Hash hash={id} what="dataset id" />
              </span>
            </div>
          </div>
        </div>
        <div class="acts in-bar">
          <Acts dataset={dataset} open={open} />
        </div>
      </div>
      <div class="act-bar">
        <Acts dataset={dataset} open={open} short />
      </div>
      <Alerts dataset={dataset} />
      <SummaryCard dataset={dataset} />
      <div class="split below">
        <div class="stack">
          <ClaimsCard dataset={dataset} multiple={multiple} />
          <DatasetTabs dataset={dataset} />
        </div>
        <div class="stack">
          <AboutCard dataset={dataset} />
          <MoneyCard dataset={dataset} />
          <RootsCard dataset={dataset} />
        </div>
      </div>
      <DatasetDialogs dataset={dataset} />
    </>
  );
}

/** The primary act is to back; when nothing is open any more it is to check. */
function Acts({ dataset, open, short = false }: { dataset: Dataset; open: boolean; short?: boolean }) {
  const standing = dataset.claims.filter(
    (claim) => claim.status === ClaimStatus.CLAIM_STATUS_OPEN && claim.openCase === 0n,
  );
  // The claim about pairs first: it is the one that falls.
  const challenged = [...standing].reverse().find((claim) => provable(claim.kind));
  const check = withQuery({ do: "check", claim: undefined });
  return (
    <>
      <a class={`button${open ? "" : " primary"}`} href={check}>
        <Icon name="shield" /> {short ? "Check" : "Check it yourself"}
      </a>
      {open && (
        <>
          {challenged && (
            <a
              class="button"
              href={withQuery({ do: "check", claim: String(challenged.kind) })}
              aria-disabled={!isUp.value}
            >
              {!short && <Icon name="scales" />} Challenge
            </a>
          )}
          <a
            class="button primary"
            href={withQuery({ do: "back", claim: undefined })}
            aria-disabled={!isUp.value}
          >
            Back a claim
          </a>
        </>
      )}
    </>
  );
}

function VersionPill({ dataset }: { dataset: Dataset }) {
  return (
    <a class="version-pill" href={withQuery({ tab: "versions" })} title="All versions">
      v{dataset.terms?.version}
    </a>
  );
}

function Alerts({ dataset }: { dataset: Dataset }) {
  const lost = dataset.claims.filter((claim) => claim.status === ClaimStatus.CLAIM_STATUS_LOST);
  const cases = useCases(lost.length > 0 ? hexId(dataset.id) : undefined);
  return (
    <>
      {lost.map((claim) => {
        const proof =
          cases.state === "ready" ? cases.value.find((item) => item.id === claim.lostCase) : undefined;
        const what =
          proof === undefined
            ? `“${claimName(claim.kind, claim.tier)}” fell.`
            : claim.kind === 3
              ? `${plural(proof.shown, "pair")} of rows ${proof.shown === 1 ? "is" : "are"} nearly the same.`
              : `“${claimName(claim.kind, claim.tier)}” fell to ${plural(proof.shown, "row")}.`;
        return (
          <div class="note is-red alert" key={claim.kind}>
            <Icon name="cross" size={20} />
            <div>
              <p class="note-title">One claim was proven false</p>
              <p>
                {what} {formatAmount(claim.slashedOwner + claim.slashedBackers)} ASSAY of stake is gone.
              </p>
              {claim.lostCase > 0n && <a href={`/challenges/${claim.lostCase}`}>See the proof</a>}
            </div>
          </div>
        );
      })}
      {dataset.status === DatasetStatus.DATASET_STATUS_DELISTED && (
        <div class="note is-red alert">
          <Icon name="warn" size={20} />
          <div>
            <p class="note-title">Delisted: its rows could not be had</p>
            <p>Nobody opened the rows that were asked for. New stakes are not possible.</p>
          </div>
        </div>
      )}
      {dataset.status === DatasetStatus.DATASET_STATUS_RETIRED && (
        <div class="note alert">
          <Icon name="pause" size={20} />
          <div>
            <p class="note-title">Retired by its owner</p>
            <p>
              Stakes are on their way out; they may be withdrawn from block{" "}
              {groupDigits(dataset.releaseHeight)}.
            </p>
          </div>
        </div>
      )}
      {dataset.terms !== undefined && dataset.terms.access !== Access.ACCESS_PUBLIC && (
        <div class="note alert">
          <Icon name="lock" size={20} />
          <div>
            <p class="note-title">Licensed</p>
            <p>Its rows are locked: only who holds a licence can read them.</p>
          </div>
        </div>
      )}
    </>
  );
}

function SummaryCard({ dataset }: { dataset: Dataset }) {
  const { total } = atRisk(dataset);
  const height = head.value?.height ?? 0;
  const question = useQuestion(
    dataset.status === DatasetStatus.DATASET_STATUS_PENDING && dataset.questionId > 0n
      ? dataset.questionId
      : undefined,
  );
  const open = isWindowOpen(dataset, height);
  const sentence = claimsSentence(dataset);
  if (dataset.status === DatasetStatus.DATASET_STATUS_PENDING) {
    const voters = question.state === "ready" ? question.value.voters : [];
    const holding = voters.filter((voter) => voter.answer === Answer.ANSWER_YES).length;
    const deadline = question.state === "ready" ? Number(question.value.deadlineHeight) : undefined;
    return (
      <section class="card summary">
        <p class="summary-sentence">
          {question.state === "ready"
            ? `${holding} of ${plural(voters.length, "validator")} ${holding === 1 ? "holds" : "hold"} the content.`
            : "Validators fetch the content."}{" "}
          Its claims open when two thirds of their power do.
        </p>
        {deadline !== undefined && (
          <div class="summary-window">
            <p class="summary-window-head">
              <span>Answers</span>
              <b>{deadline > height ? `${formatSpan(msUntil(deadline))} left` : "over"}</b>
            </p>
            <span class="window-bar" aria-hidden="true">
              <span style={{ width: `${voters.length === 0 ? 0 : (holding / voters.length) * 100}%` }} />
            </span>
            <p class="summary-window-foot">
              <span>asked in block {groupDigits(dataset.publishedHeight)}</span>
              <span>until block {groupDigits(deadline)}</span>
            </p>
          </div>
        )}
      </section>
    );
  }
  return (
    <section class="card summary">
      <p class="summary-sentence">
        {sentence}{" "}
        {total > 0n && (
          <>
            <b class="gold">{formatAmount(total)} ASSAY</b> is at risk
            {open ? (
              <>
                {" "}
                on them, and anyone may prove them false for{" "}
                <b>{formatSpan(msUntil(Number(dataset.windowEnd)))}</b> more.
              </>
            ) : (
              "."
            )}
          </>
        )}
        {total === 0n && "Nothing is at risk any more."}
      </p>
      {dataset.activeHeight > 0n && <WindowBar dataset={dataset} />}
    </section>
  );
}

function WindowBar({ dataset }: { dataset: Dataset }) {
  const height = head.value?.height ?? 0;
  const start = Number(dataset.activeHeight);
  const end = Number(dataset.windowEnd);
  const left = Math.max(0, end - height);
  const share = end > start ? Math.min(1, Math.max(0, (height - start) / (end - start))) : 1;
  const startMs = useBlockTime(start);
  const endMs = useBlockTime(end) ?? timeOfHeight(end);
  const isOver = left === 0 || dataset.closedHeight > 0n;
  return (
    <div class="summary-window">
      <p class="summary-window-head">
        <span>Challenge window</span>
        <b>{isOver ? "closed" : `${plural(left, "block")} left`}</b>
      </p>
      <span class="window-bar" aria-hidden="true">
        <span style={{ width: `${(isOver ? 1 : share) * 100}%` }} />
      </span>
      <p class="summary-window-foot">
        <span>opened {startMs === undefined ? `in block ${groupDigits(start)}` : formatDate(startMs)}</span>
        <span>
          block {groupDigits(end)} · {formatDate(endMs)}
        </span>
      </p>
    </div>
  );
}

/** The first paragraph of a card, as plain text. */
function firstParagraph(card: string): string {
  for (const block of parseMarkdown(card)) {
    if (block.kind !== "paragraph") continue;
    const text = (nodes: typeof block.children): string =>
      nodes.map((node) => ("text" in node ? node.text : text(node.children))).join("");
    return text(block.children);
  }
  return "";
}

function AboutCard({ dataset }: { dataset: Dataset }) {
  const terms = dataset.terms;
  const about = firstParagraph(terms?.card ?? "");
  return (
    <Card title="About">
      <div class="card-body side">
        <p class="ink2">
          {about === "" ? (
            "Its owner wrote nothing about it."
          ) : (
            <Visible text={about.length > 280 ? `${about.slice(0, 280)}…` : about} />
          )}
        </p>
        <LengthChart dataset={dataset} />
        {terms !== undefined && terms.task !== "" && (
          <Facts
            rows={[
              ["Task", <Visible key="t" text={terms.task} />],
              ["Labels", <Visible key="l" text={terms.labels.join(", ")} />],
            ]}
          />
        )}
      </div>
    </Card>
  );
}

function MoneyCard({ dataset }: { dataset: Dataset }) {
  const id = hexId(dataset.id);
  const mine = wallet.value?.address;
  const positions = usePositions(mine === undefined ? undefined : { account: mine, datasetId: id });
  const unbondings = useUnbondings(mine === undefined ? undefined : { account: mine, datasetId: id });
  const withdrawable = useWithdrawable(mine);
  const staked =
    positions.state === "ready" ? positions.value.reduce((sum, one) => sum + one.amount, 0n) : 0n;
  const leaving =
    unbondings.state === "ready" ? unbondings.value.reduce((sum, one) => sum + one.amount, 0n) : 0n;
  const owed =
    withdrawable.state === "ready"
      ? withdrawable.value
          .filter((one) => hexId(one.datasetId) === id)
          .reduce((sum, one) => sum + BigInt(one.amount?.amount ?? "0"), 0n)
      : 0n;
  const owner = dataset.claims.reduce((sum, claim) => sum + claim.ownerStake, 0n);
  const backers = dataset.claims.reduce((sum, claim) => sum + claim.backersStake, 0n);
  return (
    <Card title="Money">
      <div class="card-body side">
        <Facts
          rows={[
            [
              "Owner's stake",
              owner > 0n ? (
                <Amount key="o" base={owner} />
              ) : (
                <span key="o" class="ink3">
                  none
                </span>
              ),
            ],
            [
              "Backers' stakes",
              backers > 0n ? (
                <Amount key="b" base={backers} />
              ) : (
                <span key="b" class="ink3">
                  none
                </span>
              ),
            ],
            [
              "Your stake",
              staked > 0n ? (
                <Amount key="y" base={staked} />
              ) : (
                <span key="y" class="ink3">
                  none
                </span>
              ),
            ],
            leaving > 0n && ["On its way out", <Amount key="u" base={leaving} />],
            owed > 0n && ["You may withdraw", <Amount key="w" base={owed} exact />],
          ]}
        />
        {(staked > 0n || owed > 0n) && (
          <div class="button-row left">
            {staked > 0n && (
              <a class="button small" href={withQuery({ do: "unstake" })}>
                Take stake out
              </a>
            )}
            {owed > 0n && (
              <a class="button small" href={withQuery({ do: "withdraw" })}>
                Withdraw
              </a>
            )}
          </div>
        )}
        <div class="note">
          <Icon name="shield" />
          <div>
            Backers of claims that become final share 10% of income for ever. This ledger has no sales yet.
          </div>
        </div>
      </div>
    </Card>
  );
}

function RootsCard({ dataset }: { dataset: Dataset }) {
  const terms = dataset.terms;
  const question = useQuestion(dataset.questionId > 0n ? dataset.questionId : undefined);
  const hex = (bytes: Uint8Array | undefined) => (bytes === undefined ? "" : hexId(bytes));
  return (
    <Card title="Roots">
      <div class="card-body side">
        <Facts
          rows={[
            ["Features", <Hash key="f" hash={hex(terms?.featuresRoot)} what="features root" />],
            ["Labels", <Hash key="l" hash={hex(terms?.labelsRoot)} what="labels root" />],
            [
              "Content",
              <Hash key="c" hash={hex(terms?.featuresBlob?.sha256)} what="sha256 of the content" />,
            ],
          ]}
        />
        {question.state === "ready" && <Held question={question.value} />}
        {(terms?.contentUrls.length ?? 0) > 0 && (
          <p class="side ink2">
            Also at{" "}
            {terms!.contentUrls.map((url) => (
              <span class="mono" key={url}>
                <Visible text={url} />{" "}
              </span>
            ))}
          </p>
        )}
      </div>
    </Card>
  );
}

function Held({ question }: { question: Question }) {
  const holding = question.voters.filter((voter) => voter.answer === Answer.ANSWER_YES).length;
  const refused = question.voters.filter((voter) => voter.answer === Answer.ANSWER_NO).length;
  const words = `${holding} of ${plural(question.voters.length, "validator")} ${holding === 1 ? "holds" : "hold"} it`;
  const passed = question.status === QuestionStatus.QUESTION_STATUS_PASSED;
  return (
    <>
      <p class={`held ${passed ? "green" : "ink2"}`}>
        <Icon name={passed ? "tick" : "dots"} /> {words}
      </p>
      {refused > 0 && (
        <p class="held red">
          <Icon name="cross" /> {refused} found something else
        </p>
      )}
    </>
  );
}
