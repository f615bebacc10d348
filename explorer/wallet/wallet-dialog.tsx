/** @module The wallet: Keplr's or Leap's account, or a burner made or brought here; test coins, what was sent. */
import { useState } from "preact/hooks";
import { nowMs } from "../app/clock.ts";
import { toast } from "../app/say.ts";
import { chain } from "../data/chain.ts";
import { isUp } from "../data/node.ts";
import { retry } from "../data/resource.ts";
import { formatAgo } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Address } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { copyText } from "../parts/copy.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { deeds } from "./deeds.ts";
import { EXTENSIONS, extensionOf, KINDS, WalletError } from "./extension.ts";
import { askFaucet } from "./faucet.ts";
import { takeAccount } from "./follow-extension.ts";
import { signing } from "./lazy.ts";
import {
  type BurnerWallet,
  type ExtensionWallet,
  keepWallet,
  type StoredWallet,
  wallet,
  walletTitle,
} from "./wallet.ts";
import { useBalance } from "./wallet-button.tsx";

export function WalletDialog({ close }: { close: () => void }) {
  const mine = wallet.value;
  return (
    <Dialog title={mine ? "Your wallet" : "Get a wallet"} under={underTitle(mine)} close={close}>
      {mine ? <Mine mine={mine} /> : <GetWallet />}
    </Dialog>
  );
}

function underTitle(mine: StoredWallet | undefined): string {
  if (mine === undefined) return "To stake, to challenge, and to send coins";
  return mine.kind === undefined
    ? "For test coins: its words are kept in this browser"
    : `${walletTitle(mine)} keeps its key, and asks you before it signs`;
}

/** Runs something that may fail; says what failed. */
function useTry(): {
  busy: boolean;
  failed: string | undefined;
  run: (what: () => Promise<void>) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    setFailed(undefined);
    try {
      await what();
    } catch (error) {
      const fix = error instanceof WalletError ? ` ${error.fix}` : "";
      setFailed((error instanceof Error ? error.message : String(error)) + fix);
    }
    setBusy(false);
  };
  return { busy, failed, run };
}

function tellNotKept() {
  return toast({
    tone: "failed",
    title: "This browser keeps nothing",
    body: "Storage is blocked here, so the wallet is lost when you leave. Write its words down.",
  });
}

/** Wallets that are in this browser already. */
function UseExtension() {
  const { busy, failed, run } = useTry();
  const found = KINDS.filter((kind) => extensionOf(kind) !== undefined);
  if (found.length === 0) {
    return (
      <p class="side ink2">
        {KINDS.map((kind, i) => (
          <span key={kind}>
            {i > 0 && " and "}
            <a href={EXTENSIONS[kind].site} rel="noreferrer">
              {EXTENSIONS[kind].title}
            </a>
          </span>
        ))}{" "}
        work here too. Neither is in this browser; once one is, load the page again.
      </p>
    );
  }
  return (
    <section class="stack-16">
      <p>
        {found.map((kind) => EXTENSIONS[kind].title).join(" or ")} keeps the key. It is told of this chain
        first, and asks you before it shows the page an account.
      </p>
      <div class="button-row">
        {found.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button primary"
            disabled={busy || !isUp.value}
            onClick={() => run(() => takeAccount(kind))}
          >
            <Icon name="wallet" /> {busy ? "Asking" : `Use ${EXTENSIONS[kind].title}`}
          </button>
        ))}
      </div>
      {failed && (
        <p class="red" role="alert">
          {failed}
        </p>
      )}
      <h3>Or one of this page</h3>
    </section>
  );
}

/** Take one that is there, create one, or bring the words of one. Also within the forms that need a wallet. */
export function GetWallet() {
  const [bring, setBring] = useState(false);
  const [words, setWords] = useState("");
  const { busy, failed, run } = useTry();
  if (bring) {
    return (
      <form
        class="stack-16"
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            if (!(await (await signing()).bringWallet(words))) tellNotKept();
          });
        }}
      >
        <div class="field">
          <label for="words">The 12 or 24 words of a wallet</label>
          <textarea
            id="words"
            class="input"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <div class="note is-gold">
          <Icon name="warn" />
          <div>Bring words of test coins only. Any page of this address could read them.</div>
        </div>
        {failed && <p class="red">{failed}</p>}
        <div class="button-row">
          <button type="button" class="button" onClick={() => setBring(false)}>
            Back
          </button>
          <button type="submit" class="button primary" disabled={busy || words.trim() === ""}>
            Bring this wallet
          </button>
        </div>
      </form>
    );
  }
  const hasExtension = KINDS.some((kind) => extensionOf(kind) !== undefined);
  return (
    <div class="stack-16">
      {hasExtension && <UseExtension />}
      <p>
        A wallet is a key that this page makes and keeps here. It costs nothing and asks for nothing. It is
        made for test coins: whoever can open this browser can spend them.
      </p>
      {failed && <p class="red">{failed}</p>}
      <div class="button-row">
        <button type="button" class="button" onClick={() => setBring(true)}>
          I have words
        </button>
        <button
          type="button"
          class={hasExtension ? "button" : "button primary"}
          disabled={busy}
          onClick={() =>
            run(async () => {
              if (!(await (await signing()).newWallet())) tellNotKept();
            })
          }
        >
          {busy ? "Making it" : "Create a wallet"}
        </button>
      </div>
      {!hasExtension && <UseExtension />}
    </div>
  );
}

function Mine({ mine }: { mine: StoredWallet }) {
  const balance = useBalance(mine.address);
  return (
    <>
      <div class="wallet-line">
        <Address address={mine.address} copy full />
        <span class="wallet-balance">
          {balance.state === "ready" ? <Amount base={balance.value} /> : <span class="ink3">…</span>}
        </span>
      </div>
      <TestCoins address={mine.address} />
      {mine.kind === undefined ? (
        <>
          {!mine.saved && (
            <div class="note is-gold">
              <Icon name="warn" />
              <div>
                These coins are gone when this browser's data is cleared. <b>Save the words.</b>
              </div>
            </div>
          )}
          <Words mine={mine} />
          <Recent />
          <Forget />
        </>
      ) : (
        <>
          <Connected mine={mine} />
          <Recent />
          <button type="button" class="link-button forget" onClick={() => keepWallet(undefined)}>
            Disconnect from {walletTitle(mine)}
          </button>
        </>
      )}
    </>
  );
}

/** Whose account it is, and what to do where the extension has gone. */
function Connected({ mine }: { mine: ExtensionWallet }) {
  if (extensionOf(mine.kind) === undefined) {
    return (
      <div class="note is-gold">
        <Icon name="warn" />
        <div>
          <p class="note-title">{walletTitle(mine)} is not in this browser any more</p>
          <p>Switch it on and load the page again to sign, or disconnect.</p>
        </div>
      </div>
    );
  }
  return (
    <p class="ink2">
      <b>{visibleText(mine.name)}</b> of {walletTitle(mine)}. Choose another account there, and this page
      follows.
    </p>
  );
}

/** The faucet's button, where this node has one. */
export function TestCoins({ address }: { address: string }) {
  const { busy, failed, run } = useTry();
  const { services } = chain.value;
  if (services.size > 0 && !services.has("faucet")) return null;
  return (
    <div>
      <button
        type="button"
        class="button primary"
        disabled={busy || !isUp.value}
        onClick={() =>
          run(async () => {
            await askFaucet(address);
            retry(`balance:${address}`);
            toast({ tone: "done", title: "Test coins are on their way" });
          })
        }
      >
        <Icon name="plus" /> {busy ? "Asking the faucet" : "Get test coins"}
      </button>
      {failed && <p class="red side">{failed}</p>}
    </div>
  );
}

function Words({ mine }: { mine: BurnerWallet }) {
  const [shown, setShown] = useState(false);
  const save = () => {
    const file = new Blob([`${mine.mnemonic}\n`], { type: "text/plain" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `assay-wallet-${mine.address.slice(-6)}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
    keepWallet({ ...mine, saved: true });
  };
  if (!shown) {
    return (
      <button type="button" class="button at-start" onClick={() => setShown(true)}>
        <Icon name="eye" /> Show and save the words
      </button>
    );
  }
  return (
    <div class="stack-16">
      <div class="note is-red">
        <Icon name="warn" />
        <div>
          <p class="note-title">Whoever has these words has the coins</p>
          <p>Do not show them to anybody and do not put them into a chat.</p>
        </div>
      </div>
      <p class="words" translate={false}>
        {mine.mnemonic}
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => setShown(false)}>
          Hide
        </button>
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (await copyText(mine.mnemonic, "words")) keepWallet({ ...mine, saved: true });
          }}
        >
          <Icon name="copy" /> Copy
        </button>
        <button type="button" class="button primary" onClick={save}>
          <Icon name="save" /> Save as a file
        </button>
      </div>
    </div>
  );
}

const STATES = {
  preparing: "signing",
  signed: "signed",
  sent: "waiting for a block",
  included: "done",
  failed: "not done",
};

function Recent() {
  if (deeds.value.length === 0) return null;
  return (
    <div>
      <h3>What you sent</h3>
      <ul class="deed-list">
        {deeds.value.slice(0, 8).map((deed) => (
          <li key={deed.id}>
            <span class={deed.state === "failed" ? "red" : deed.state === "included" ? "green" : "ink2"}>
              <Icon name={deed.state === "failed" ? "warn" : deed.state === "included" ? "tick" : "clock"} />
            </span>
            <span class="grow">
              {deed.hash === undefined ? deed.title : <a href={`/tx/${deed.hash}`}>{deed.title}</a>}
              {deed.state === "failed" && deed.failure && (
                <span class="ink2 side"> {deed.failure.title}</span>
              )}
            </span>
            <span class="ink3 side">
              {STATES[deed.state]}, {formatAgo(deed.sinceMs, nowMs.value)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Forget() {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="link-button forget" onClick={() => setAsked(true)}>
        Remove this wallet from the browser
      </button>
    );
  }
  return (
    <div class="note is-red">
      <Icon name="warn" />
      <div class="stack-16">
        <p>
          <span class="note-title">Without its words the coins are lost.</span> Nobody can bring them back.
        </p>
        <div class="button-row">
          <button type="button" class="button" onClick={() => setAsked(false)}>
            Keep it
          </button>
          <button type="button" class="button danger" onClick={() => keepWallet(undefined)}>
            Remove it
          </button>
        </div>
      </div>
    </div>
  );
}
