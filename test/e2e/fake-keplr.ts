/**
 * Stands in for the Keplr extension, which cannot be installed into a test's browser: an object with Keplr's interface
 * around CosmJS's wallets, put on the window before the page loads. What it cannot show is Keplr's own checks and
 * windows; what it signs is signed by code that is not ours.
 */
import { Secp256k1HdWallet } from "@cosmjs/amino";
import { DirectSecp256k1HdWallet, makeCosmoshubPath } from "@cosmjs/proto-signing";

/** How the test makes it behave; kept on the window as `keplrState`. */
interface State {
  mnemonic: string;
  account: number;
  /** A hardware wallet: amino JSON alone. */
  ledger: boolean;
  refuses: string | undefined;
  /** What it was asked, in order. */
  readonly asked: string[];
  suggested: { chainId: string; bech32Config: { bech32PrefixAccAddr: string } } | undefined;
  enabled: boolean;
}

declare global {
  interface Window {
    keplrState: State;
  }
}

const state: State = window.keplrState;

function ask(what: string): void {
  state.asked.push(what);
  if (state.refuses !== undefined) throw new Error(state.refuses);
}

const options = () => ({
  prefix: state.suggested!.bech32Config.bech32PrefixAccAddr,
  hdPaths: [makeCosmoshubPath(state.account)],
});

function mustKnow(chainId: string): void {
  if (state.suggested?.chainId !== chainId) throw new Error(`There is no modular chain info for ${chainId}`);
}

const keplr = {
  version: "0.12.309",
  defaultOptions: {},

  async experimentalSuggestChain(info: NonNullable<State["suggested"]> & { rpc: string; rest: string }) {
    ask("suggest");
    // What Keplr's own validator asks for first of all.
    for (const url of [info.rpc, info.rest]) new URL(url);
    state.suggested = info;
  },

  async enable(chainId: string) {
    ask("enable");
    mustKnow(chainId);
    state.enabled = true;
  },

  async getKey(chainId: string) {
    mustKnow(chainId);
    const [account] = await (
      await DirectSecp256k1HdWallet.fromMnemonic(state.mnemonic, options())
    ).getAccounts();
    return {
      name: `Account ${state.account + 1}`,
      algo: "secp256k1",
      pubKey: account!.pubkey,
      bech32Address: account!.address,
    };
  },

  async getOfflineSignerAuto(chainId: string) {
    mustKnow(chainId);
    const amino = await Secp256k1HdWallet.fromMnemonic(state.mnemonic, options());
    if (state.ledger) {
      return {
        getAccounts: () => amino.getAccounts(),
        signAmino: async (...given: Parameters<typeof amino.signAmino>) => {
          ask("sign amino");
          return amino.signAmino(...given);
        },
      };
    }
    const direct = await DirectSecp256k1HdWallet.fromMnemonic(state.mnemonic, options());
    return {
      getAccounts: () => direct.getAccounts(),
      signAmino: (...given: Parameters<typeof amino.signAmino>) => amino.signAmino(...given),
      signDirect: async (...given: Parameters<typeof direct.signDirect>) => {
        ask("sign direct");
        return direct.signDirect(...given);
      },
    };
  },
};

(window as unknown as { keplr: typeof keplr }).keplr = keplr;
