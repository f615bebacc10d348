/**
 * A modal dialog: the browser's own, which traps focus, closes on Escape and gives focus back. Open dialogs are in the
 * address (`?do=`), so that Back closes them.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useModal, Voice } from "./voice.tsx";

interface DialogProps {
  readonly title: ComponentChildren;
  readonly under?: ComponentChildren;
  /** Before the title, for instance a stamp. */
  readonly lead?: ComponentChildren;
  readonly close: () => void;
  readonly foot?: ComponentChildren;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

export function Dialog({ title, under, lead, close, foot, class: extra = "", children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal();
  useLayoutEffect(() => {
    const dialog = ref.current!;
    const before = document.activeElement as HTMLElement | null;
    dialog.showModal();
    // What the dialog is for has the focus, otherwise its title: not the button that closes it.
    (dialog.querySelector<HTMLElement>("[data-focus]") ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
    return () => {
      if (dialog.open) dialog.close();
      before?.focus?.();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog ${extra}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) close();
      }}
    >
      <div class="dialog-sheet">
        <header class="dialog-head">
          {lead}
          <div>
            <h2 id={id} tabIndex={-1}>
              {title}
            </h2>
            {under !== undefined && <p>{under}</p>}
          </div>
          <button type="button" class="icon-button" aria-label="Close" onClick={close}>
            <Icon name="cross" size={18} />
          </button>
        </header>
        <div class="dialog-body">{children}</div>
        {foot !== undefined && <footer class="dialog-foot">{foot}</footer>}
      </div>
      <Voice inDialog />
    </dialog>
  );
}
