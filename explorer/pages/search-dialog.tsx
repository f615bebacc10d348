/** @module Search and commands, by keyboard: Ctrl K, arrows, Enter. */

import { toHex } from "@assay/primitives/bytes";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { navigate, route } from "../app/router.ts";
import { chain } from "../data/chain.ts";
import { useCases, useDatasets } from "../data/market.ts";
import { head } from "../data/node.ts";
import { type Hit, search } from "../data/search.ts";
import { contestedClaims } from "../format/dataset-words.ts";
import { DatasetIcon } from "../parts/address.tsx";
import { Icon } from "../parts/icon.tsx";
import { Stamps } from "../parts/stamp.tsx";
import { Visible } from "../parts/visible.tsx";
import { useModal, Voice } from "../parts/voice.tsx";

export function useSearch(text: string): Hit[] {
  const datasets = useDatasets();
  const cases = useCases();
  return search(text, {
    datasets: datasets.state === "ready" ? datasets.value.datasets : [],
    cases: cases.state === "ready" ? cases.value : [],
    prefix: chain.value.prefix,
    height: head.value?.height ?? 0,
  });
}

/** The title with what was typed in bold. */
function Matched({ title, typed }: { title: string; typed: string }) {
  const wanted = typed.trim().toLowerCase();
  const at = wanted === "" ? -1 : title.toLowerCase().indexOf(wanted);
  if (at < 0) return <Visible text={title} />;
  return (
    <>
      <Visible text={title.slice(0, at)} />
      <b>
        <Visible text={title.slice(at, at + wanted.length)} />
      </b>
      <Visible text={title.slice(at + wanted.length)} />
    </>
  );
}

export function HitRow({ hit, typed }: { hit: Hit; typed: string }) {
  return (
    <>
      {hit.dataset ? (
        <DatasetIcon id={toHex(hit.dataset.id)} size={20} />
      ) : (
        <Icon name={hit.icon} size={18} />
      )}
      <span class="grow">
        <Matched title={hit.title} typed={typed} /> <span class="ink3">{hit.under}</span>
      </span>
      {hit.dataset && <Stamps claims={hit.dataset.claims} contested={contestedClaims(hit.dataset)} />}
    </>
  );
}

export function SearchDialog({ close }: { close: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  const list = useId();
  useModal();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const hits = useSearch(text);
  const place = Math.min(at, Math.max(0, hits.length - 1));
  // At once, not after the next picture: whoever types on must not lose a letter.
  useLayoutEffect(() => {
    ref.current!.showModal();
    ref.current!.querySelector("input")?.focus();
  }, []);
  const go = (hit: Hit | undefined) => {
    // An act is a dialog over the page that one is on.
    if (hit !== undefined)
      navigate(hit.href.startsWith("/?") ? route.peek().path + hit.href.slice(1) : hit.href, true);
  };
  return (
    <dialog
      ref={ref}
      class="dialog search-dialog"
      aria-label="Search"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) close();
      }}
    >
      <div class="dialog-sheet">
        <div class="search-line">
          <Icon name="search" size={18} />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={hits.length > 0 ? `${list}-${place}` : undefined}
            aria-label="Height, hash, address, name, case, page or act"
            placeholder="Height, hash, address, name, case, page"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, place + 1));
              else if (event.key === "ArrowUp") setAt(Math.max(0, place - 1));
              else if (event.key === "Enter") {
                const hit = hits[place];
                if (hit !== undefined) go(hit);
                else navigate(`/search?q=${encodeURIComponent(text)}`, true);
              } else return;
              event.preventDefault();
            }}
          />
          <button type="button" class="kbd-button" onClick={close} aria-label="Close">
            <kbd>Esc</kbd>
          </button>
        </div>
        <div role="listbox" id={list} aria-label="Found" class="hits">
          {hits.map((hit, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
            <div
              key={hit.key}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === place}
              class="hit"
              onMouseMove={() => setAt(i)}
              onClick={() => go(hit)}
            >
              <HitRow hit={hit} typed={text} />
            </div>
          ))}
          {hits.length === 0 && <p class="hit ink2">Nothing here is called that.</p>}
        </div>
      </div>
      <Voice inDialog />
    </dialog>
  );
}
