/** @module Where something stands on a line of steps: a transaction, or a case. */

export interface Step {
  readonly title: string;
  readonly under?: string;
  readonly least?: string;
  readonly look: "done" | "now" | "next" | "failed";
}

export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.title}
          class={`step step-${step.look}`}
          aria-current={step.look === "now" ? "step" : undefined}
        >
          <span class="step-dot" aria-hidden="true" />
          <span class="step-title">{step.title}</span>
          {step.under !== undefined && <span class="step-under">{step.under}</span>}
          {step.least !== undefined && <span class="step-least">{step.least}</span>}
        </li>
      ))}
    </ol>
  );
}
