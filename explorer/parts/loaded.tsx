/** @module Draws a resource in whichever of its four states it is. */
import type { ComponentChildren } from "preact";
import { type Loaded, retry } from "../data/resource.ts";
import { Card } from "./card.tsx";
import { PageHead } from "./page-head.tsx";
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

interface ShowPageProps<T> extends ShowProps<T> {
  /** The h1 while there is nothing else to name the page by. */
  readonly title: string;
}

/** The same for what a whole page is about. */
export function ShowPage<T>({ title, ...props }: ShowPageProps<T>) {
  if (props.of.state === "ready" || props.of.state === "missing") return <Show {...props} />;
  return (
    <>
      <PageHead title={title} />
      <Card>
        <Show {...props} />
      </Card>
    </>
  );
}
