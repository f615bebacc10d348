/** @module What a message does, in a sentence. An unknown one is named and shown as JSON elsewhere. */
import type { DecodedAny } from "@assay/client/codecs";
import { toHex } from "@assay/primitives/bytes";
import type { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import type { MsgChallenge, MsgCommitChallenge } from "@assay/proto/gen/assay/challenge/v1/tx";
import type {
  MsgCommitPublish,
  MsgPublishDataset,
  MsgRetire,
  MsgStake,
  MsgUnstake,
  MsgWithdraw,
} from "@assay/proto/gen/assay/data/v1/tx";
import type { MsgMultiSend, MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import type { ComponentChildren } from "preact";
import { chain } from "../data/chain.ts";
import { useDatasetNames } from "../data/market.ts";
import { messageName } from "../data/tx.ts";
import { plural } from "../format/amount.ts";
import { claimName } from "../format/claim-words.ts";
import { visibleText } from "../format/visible.ts";
import { Address } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";

/** A coin of this chain as an amount; another one as it is. */
export function CoinWords({ coin }: { coin: Coin | undefined }) {
  if (coin === undefined) return <>nothing</>;
  if (coin.denom !== chain.value.denom || !/^\d+$/.test(coin.amount)) {
    return (
      <>
        {coin.amount} {visibleText(coin.denom)}
      </>
    );
  }
  return <Amount base={BigInt(coin.amount)} exact />;
}

const ANSWERS: Readonly<Record<number, string>> = { 1: "yes", 2: "no", 3: "unavailable" };

interface MessageWordsProps {
  readonly typeUrl: string;
  readonly decoded: DecodedAny | undefined;
}

export function MessageWords({ typeUrl, decoded }: MessageWordsProps) {
  const nameOf = useDatasetNames();
  const dataset = (id: Uint8Array): ComponentChildren => (
    <a href={`/datasets/${toHex(id)}`}>{visibleText(nameOf(id))}</a>
  );
  const who = (address: string) => <Address address={address} />;
  if (decoded === undefined) return <>Sent {visibleText(messageName(typeUrl))}</>;
  switch (typeUrl) {
    case "/cosmos.bank.v1beta1.MsgSend": {
      const message = decoded.value as MsgSend;
      return (
        <>
          {who(message.fromAddress)} sent <CoinWords coin={message.amount[0]} /> to {who(message.toAddress)}
        </>
      );
    }
    case "/cosmos.bank.v1beta1.MsgMultiSend": {
      const { inputs, outputs } = decoded.value as MsgMultiSend;
      const [first, ...others] = outputs;
      return (
        <>
          {who(inputs[0]?.address ?? "")} sent <CoinWords coin={inputs[0]?.coins[0]} /> to{" "}
          {first === undefined ? "nobody" : who(first.address)}
          {others.length > 0 && ` and ${plural(others.length, "other")}`}
        </>
      );
    }
    case "/assay.data.v1.MsgCommitPublish":
      return <>{who((decoded.value as MsgCommitPublish).owner)} sealed a dataset, to be shown later</>;
    case "/assay.data.v1.MsgPublishDataset": {
      const message = decoded.value as MsgPublishDataset;
      return (
        <>
          {who(message.owner)} published <b>{visibleText(message.terms?.name ?? "")}</b> v
          {message.terms?.version} with {plural(message.claims.length, "claim")}
        </>
      );
    }
    case "/assay.data.v1.MsgStake": {
      const message = decoded.value as MsgStake;
      return (
        <>
          {who(message.staker)} backed “{claimName(message.claim)}” of {dataset(message.datasetId)} with{" "}
          <CoinWords coin={message.amount} />
        </>
      );
    }
    case "/assay.data.v1.MsgUnstake": {
      const message = decoded.value as MsgUnstake;
      return (
        <>
          {who(message.staker)} began to take <CoinWords coin={message.amount} /> out of “
          {claimName(message.claim)}” of {dataset(message.datasetId)}
        </>
      );
    }
    case "/assay.data.v1.MsgWithdraw": {
      const message = decoded.value as MsgWithdraw;
      return (
        <>
          {who(message.account)} withdrew what {dataset(message.datasetId)} owed
        </>
      );
    }
    case "/assay.data.v1.MsgRetire": {
      const message = decoded.value as MsgRetire;
      return (
        <>
          {who(message.owner)} retired {dataset(message.datasetId)}
        </>
      );
    }
    case "/assay.challenge.v1.MsgCommitChallenge": {
      const message = decoded.value as MsgCommitChallenge;
      return (
        <>
          {who(message.challenger)} sealed a challenge with a bond of <CoinWords coin={message.bond} />
        </>
      );
    }
    case "/assay.challenge.v1.MsgChallenge": {
      const message = decoded.value as MsgChallenge;
      return (
        <>
          {who(message.challenger)} showed a proof against “{claimName(message.claim)}” of{" "}
          {dataset(message.datasetId)}
        </>
      );
    }
    case "/assay.attest.v1.MsgAnswer": {
      const message = decoded.value as MsgAnswer;
      return (
        <>
          {who(message.attestor)} answered question {String(message.questionId)}:{" "}
          {ANSWERS[message.answer] ?? "?"}
        </>
      );
    }
    default:
      return <>Sent {visibleText(messageName(typeUrl))}</>;
  }
}
