/** @module The same search as a page, for a link: `/search?q=`. */

import { useEffect } from "preact/hooks";
import { navigate, route } from "../app/router.ts";
import { Card } from "../parts/card.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { HitRow, useSearch } from "./search-dialog.tsx";

export function SearchPage() {
  const text = route.value.query.get("q") ?? "";
  const hits = useSearch(text);
  const only = hits.length === 1 && text.trim() !== "" ? hits[0]!.href : undefined;
  useEffect(() => {
    if (only !== undefined && !only.includes("?do=")) navigate(only, true);
  }, [only]);
  return (
    <>
      <PageHead title="Search" />
      <Card>
        <form
          class="card-body search-form"
          onSubmit={(event) => {
            event.preventDefault();
            const q = String(new FormData(event.currentTarget).get("q") ?? "");
            navigate(`/search?q=${encodeURIComponent(q)}`, true);
          }}
        >
          <label class="field">
            <span>Height, hash, address, name, case or page</span>
            <input class="input" name="q" defaultValue={text} spellcheck={false} autocomplete="off" />
          </label>
          <button class="button primary" type="submit">
            Search
          </button>
        </form>
        {hits.length === 0 ? (
          <Empty title="Nothing here is called that">
            <p>
              A block has a height, a transaction and a dataset have 64 hex digits, an account begins with the
              chain's prefix.
            </p>
          </Empty>
        ) : (
          <ul class="rows">
            {hits.map((hit) => (
              <li key={hit.key}>
                <a class="hit" href={hit.href}>
                  <HitRow hit={hit} typed={text} />
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
