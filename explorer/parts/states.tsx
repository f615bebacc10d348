/** @module What a part of the page shows while it has nothing, or something else, to show. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Fault } from "../data/fault.ts";
import { Icon } from "./icon.tsx";

/** Grey bars, after 150 ms: what comes at once never flickers. */
export function Skeleton({ lines = 4, what = "Loading" }: { lines?: number; what?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton">
      <span class="sr-only">{what}</span>
      {late && Array.from({ length: lines }, (_, i) => <span key={i} class={`skeleton-line l${i % 4}`} />)}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Nothing there: a sentence, and an act as a child. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What went wrong, its code, what helps, and another try. */
export function ErrorBox({ fault, retry }: { fault: Fault; retry?: () => void }) {
  return (
    <div class="error-box" role="alert">
      <Icon name="warn" size={20} />
      <div>
        <p class="error-title">{fault.title}</p>
        {fault.cause !== undefined && <p>{fault.cause}</p>}
        {fault.fix !== undefined && <p>{fault.fix}</p>}
        {fault.code !== undefined && <p class="least">Code {fault.code}</p>}
      </div>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
