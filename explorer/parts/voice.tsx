/**
 * Toasts and the live region. While a modal dialog is open everything outside it is dead to pointers and screen readers,
 * so they live in the dialog then.
 *
 * @module
 */
import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { spoken } from "../app/say.ts";
import { Toasts } from "./toasts.tsx";

const openDialogs = signal(0);
const isModal = computed(() => openDialogs.value > 0);

/** To be called by what opens a modal dialog, for as long as it is open. */
export function useModal(): void {
  useEffect(() => {
    openDialogs.value = openDialogs.peek() + 1;
    return () => {
      openDialogs.value = openDialogs.peek() - 1;
    };
  }, []);
}

export function Voice({ inDialog = false }: { inDialog?: boolean }) {
  if (isModal.value !== inDialog) return null;
  return (
    <>
      <Toasts />
      <div class="sr-only" aria-live="polite" role="status">
        {spoken.value}
      </div>
    </>
  );
}
