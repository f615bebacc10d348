/** @module What floats up at the bottom right. It is also said in the live region, so it has no role of its own. */
import { dropToast, toasts } from "../app/say.ts";
import { Icon } from "./icon.tsx";

export function Toasts() {
  return (
    <div class="toasts">
      {toasts.value.map((item) => (
        <div key={item.id} class={`toast toast-${item.tone}`}>
          <span class={item.tone === "done" ? "green" : "red"}>
            <Icon name={item.tone === "done" ? "tick" : "warn"} size={18} />
          </span>
          <div class="toast-text">
            <b>{item.title}</b> {item.aside !== undefined && <span class="ink3">{item.aside}</span>}
            {item.body !== undefined && <p>{item.body}</p>}
          </div>
          {item.link && <a href={item.link.href}>{item.link.text}</a>}
          <button type="button" class="icon-button" aria-label="Close" onClick={() => dropToast(item.id)}>
            <Icon name="cross" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
