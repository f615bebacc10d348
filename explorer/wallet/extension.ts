/**
 * Wallets that live in the browser beside this page: Keplr, and Leap with the same interface. The page asks; the wallet
 * shows what it is asked, and signs or does not.
 *
 * @module
 */
import type { SigningAssayClient } from "@assay/client/signing";

type OfflineSigner = SigningAssayClient["signer"];

export type ExtensionKind = "keplr" | "leap";

interface Facts {
  readonly title: string;
  /** Told on the window when its owner chose another account. */
  readonly changed: string;
  readonly site: string;
}

export const EXTENSIONS: Readonly<Record<ExtensionKind, Facts>> = {
  keplr: { title: "Keplr", changed: "keplr_keystorechange", site: "https://www.keplr.app/get" },
  leap: { title: "Leap", changed: "leap_keystorechange", site: "https://www.leapwallet.io/download" },
};
export const KINDS = Object.keys(EXTENSIONS) as readonly ExtensionKind[];

/** The part of Keplr's interface that is used. */
export interface WalletExtension {
  experimentalSuggestChain(chainInfo: object): Promise<void>;
  enable(chainId: string): Promise<void>;
  getKey(chainId: string): Promise<{ readonly name: string; readonly bech32Address: string }>;
  /** Signs bytes, or their amino JSON where the key is on a hardware wallet. */
  getOfflineSignerAuto(chainId: string): Promise<OfflineSigner>;
  defaultOptions?: object;
}

/** Why nothing was signed, for the reader. */
export class WalletError extends Error {
  readonly fix: string;

  constructor(title: string, fix: string, cause?: unknown) {
    super(title, cause === undefined ? undefined : { cause });
    this.name = "WalletError";
    this.fix = fix;
  }
}

/** Undefined where it is not installed, or switched off for this page. */
export const extensionOf = (kind: ExtensionKind): WalletExtension | undefined =>
  (window as Partial<Record<ExtensionKind, WalletExtension>>)[kind];

/** Extensions have no codes: what they say is all there is. */
function inWords(kind: ExtensionKind, error: unknown): WalletError {
  const { title } = EXTENSIONS[kind];
  const said = error instanceof Error ? error.message : String(error);
  if (/reject|denied|cancel/i.test(said)) {
    return new WalletError(
      `You said no in ${title}.`,
      "Nothing was signed. Try again if you meant yes.",
      error,
    );
  }
  if (/\blocked\b/i.test(said)) {
    return new WalletError(`${title} is locked.`, `Open ${title}, unlock it, and try again.`, error);
  }
  return new WalletError(
    `${title} did not do it: ${said.slice(0, 200)}`,
    `Look into ${title}, and try again.`,
    error,
  );
}

async function asking<T>(kind: ExtensionKind, ask: (extension: WalletExtension) => Promise<T>): Promise<T> {
  const extension = extensionOf(kind);
  const { title } = EXTENSIONS[kind];
  if (extension === undefined) {
    throw new WalletError(
      `${title} is not in this browser.`,
      `Install or switch on ${title}, and load the page again.`,
    );
  }
  try {
    return await ask(extension);
  } catch (error) {
    throw error instanceof WalletError ? error : inWords(kind, error);
  }
}

/** Tells the wallet of this chain, which it asks about once, and asks it to let the page in. */
async function open(extension: WalletExtension, chainId: string, chainInfo: object): Promise<void> {
  await extension.experimentalSuggestChain(chainInfo);
  await extension.enable(chainId);
}

/** The account that is chosen in the wallet. @throws WalletError */
export const connectExtension = (
  kind: ExtensionKind,
  chainId: string,
  chainInfo: object,
): Promise<{ readonly address: string; readonly name: string }> =>
  asking(kind, async (extension) => {
    await open(extension, chainId, chainInfo);
    const { name, bech32Address } = await extension.getKey(chainId);
    return { address: bech32Address, name };
  });

/**
 * Signs by the wallet. Its errors are told in words; the fee that the reader saw is the fee that is signed, unless the
 * reader changes it there.
 * @throws WalletError
 */
export const extensionSigner = (
  kind: ExtensionKind,
  chainId: string,
  chainInfo: object,
): Promise<OfflineSigner> =>
  asking(kind, async (extension) => {
    await open(extension, chainId, chainInfo);
    extension.defaultOptions = { sign: { preferNoSetFee: true, preferNoSetMemo: true } };
    const signer = await extension.getOfflineSignerAuto(chainId);
    const getAccounts = () => asking(kind, () => signer.getAccounts());
    if ("signDirect" in signer) {
      return {
        getAccounts,
        signDirect: (address, doc) => asking(kind, () => signer.signDirect(address, doc)),
      };
    }
    return {
      getAccounts,
      signAmino: (address, doc) => asking(kind, () => signer.signAmino(address, doc)),
    };
  });
