/** @module Draws a resource in whichever of its four states it is. */
import type { ComponentChildren } from "preact";
import { type Loaded, retry } from "../data/resource.ts";
import { ErrorBox, Skeleton } from "./states.tsx";

interface ShowProps<T> {
  readonly of: Loaded<T>;
  /** Key for "Try again". */
  readonly again?: string;
  readonly lines?: number;
  /** Drawn where the thing does not exist. */
  readonly missing?: () => ComponentChildren;
  readonly children: (value: T) => ComponentChildren;
}

export function Show<T>({ of, again, lines = 4, missing, children }: ShowProps<T>) {
  switch (of.state) {
    case "loading":
      return <Skeleton lines={lines} />;
    case "missing":
      return <>{missing?.() ?? null}</>;
    case "failed":
      return <ErrorBox fault={of.fault} {...(again === undefined ? {} : { retry: () => retry(again) })} />;
    case "ready":
      return <>{children(of.value)}</>;
  }
}
