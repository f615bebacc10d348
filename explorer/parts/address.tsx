/** @module Addresses, ids and hashes: short with copy, or whole where two on the page would look alike. */
import { fromHex } from "@assay/primitives/bytes";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { shortAddress, shortHash } from "../format/short.ts";
import { wallet } from "../wallet/wallet.ts";
import { Copy } from "./copy.tsx";
import { Identicon } from "./identicon.tsx";

/** Short forms seen so far, each with the first address that shortens to it. */
const firstOf = new Map<string, string>();
/** Short forms of more than one address. */
const ambiguous = signal<ReadonlySet<string>>(new Set());

/** Whether another address that was shown shortens to the same text. */
function useClash(value: string): boolean {
  const short = shortAddress(value);
  useEffect(() => {
    const first = firstOf.get(short);
    if (first === undefined) firstOf.set(short, value);
    else if (first !== value && !ambiguous.peek().has(short))
      ambiguous.value = new Set([...ambiguous.peek(), short]);
  }, [short, value]);
  return ambiguous.value.has(short);
}

const utf8 = new TextEncoder();

interface AddressProps {
  readonly address: string;
  /** A word beside it, such as `owner`; `you` is added by itself. */
  readonly tag?: string;
  readonly copy?: boolean;
  readonly link?: boolean;
  readonly picture?: boolean;
  readonly full?: boolean;
}

export function Address({ address, tag, copy = false, link = true, picture = true, full }: AddressProps) {
  const clash = useClash(address);
  const text = full || clash ? address : shortAddress(address);
  const mine = wallet.value?.address === address;
  const inner = <span class="mono">{text}</span>;
  return (
    <span class="address">
      {picture && <Identicon bytes={utf8.encode(address)} size={16} />}
      {link ? (
        <a class="quiet" href={`/accounts/${address}`} title={address}>
          {inner}
        </a>
      ) : (
        <span title={address}>{inner}</span>
      )}
      {mine && <span class="tag tag-you">you</span>}
      {tag !== undefined && <span class="tag">{tag}</span>}
      {copy && <Copy text={address} what="address" />}
    </span>
  );
}

interface HashProps {
  readonly hash: string;
  readonly what?: string;
  readonly href?: string;
  readonly copy?: boolean;
  readonly full?: boolean;
}

/** A hash or id in hex. */
export function Hash({ hash, what = "hash", href, copy = true, full = false }: HashProps) {
  const text = full ? hash : shortHash(hash);
  return (
    <span class="address">
      {href !== undefined ? (
        <a class="quiet mono" href={href} title={hash}>
          {text}
        </a>
      ) : (
        <span class="mono" title={hash}>
          {text}
        </span>
      )}
      {copy && <Copy text={hash} what={what} />}
    </span>
  );
}

/** A dataset's picture, from its id in hex. */
export function DatasetIcon({ id, size = 24 }: { id: string; size?: number }) {
  return <Identicon bytes={fromHex(id) ?? utf8.encode(id)} size={size} />;
}
