/** @module The head of a page: crumbs, the one h1, acts. */
import type { ComponentChildren } from "preact";

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

interface PageHeadProps {
  readonly crumbs?: readonly Crumb[];
  readonly title: ComponentChildren;
  readonly above?: ComponentChildren;
  readonly under?: ComponentChildren;
  readonly acts?: ComponentChildren;
}

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label="Breadcrumb">
      {crumbs.map((crumb, i) => (
        <span key={crumb.text}>
          {i > 0 && <span aria-hidden="true">/ </span>}
          {crumb.href === undefined ? crumb.text : <a href={crumb.href}>{crumb.text}</a>}
        </span>
      ))}
    </nav>
  );
}

export function PageHead({ crumbs, title, above, under, acts }: PageHeadProps) {
  return (
    <>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div class="page-head">
        <div>
          {above}
          <h1 tabIndex={-1}>{title}</h1>
          {under !== undefined && <div class="lede">{under}</div>}
        </div>
        {acts !== undefined && <div class="acts">{acts}</div>}
      </div>
    </>
  );
}
