/** A module that fails on command, beside the ledger's own: what a handler can do wrong. */
import { type AppModules, createModules } from "@assay/chain/app/modules";
import { assert } from "@assay/kernel/assert";
import { textKey } from "@assay/kernel/codec/key-codec";
import { decimalValue } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { defineErrors } from "@assay/kernel/errors";
import { type Module, message } from "@assay/kernel/module";
import { MsgSendResponse } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { MessageType } from "@assay/proto/wire/message-type";

export interface MsgProbe {
  signer: string;
  /** `ok`, `fail`, `assert`, `burn gas`, or `late`, which writes and then fails. */
  what: string;
}

const field = (no: number, name: string) =>
  ({ no, name, protoName: name, kind: "string", repeated: false, explicit: false }) as const;

export const MsgProbe = new MessageType<MsgProbe>(
  "test.probe.v1.MsgProbe",
  () => ({ signer: "", what: "" }),
  [field(1, "signer"), field(2, "what")],
);

export const probeErrors = defineErrors("probe", { failed: [2, "failed as asked"] });

const state = defineState("probe", (s) => ({ marks: s.map(0x01, "marks", textKey, decimalValue) }));

/** Marks that transactions left, by what they said. */
export const probeState = state;

export interface Probe {
  readonly modules: AppModules;
  /** Set it to make the end hook fail. */
  broken: boolean;
}

export function withProbe(): Probe {
  const own = createModules();
  const probe: Probe = { broken: false, modules: own };
  const module: Module = {
    name: "probe",
    schema: state.$schema,
    errors: probeErrors,
    messages: [
      message(
        { request: MsgProbe, response: MsgSendResponse },
        {
          signer: ({ signer }) => signer,
          check: ({ what }) => {
            if (what === "stateless") throw probeErrors.failed("by its form");
          },
          handle(ctx, { what }) {
            if (what === "fail") throw probeErrors.failed();
            assert(what !== "assert", "as asked");
            state.marks.set(ctx, what, 1n);
            ctx.emitPlain("probe.marked", [{ key: "what", value: what }]);
            if (what === "late") throw probeErrors.failed("after its writes");
            if (what === "burn gas") for (;;) ctx.gas.consume(1000, "loop");
            return {};
          },
        },
      ),
    ],
    beginBlock: (ctx) => ctx.emitPlain("probe.began", [{ key: "height", value: String(ctx.block.height) }]),
    endBlock(ctx) {
      if (probe.broken) throw probeErrors.failed("in a hook");
      ctx.emitPlain("probe.ended", [{ key: "height", value: String(ctx.block.height) }]);
    },
  };
  Object.assign(probe, {
    modules: {
      ...own,
      all: [...own.all, module],
      beginBlock: [...own.beginBlock, module],
      endBlock: [...own.endBlock, module],
      deadlineMessages: new Set([...own.deadlineMessages, MsgProbe.typeUrl]),
    } satisfies AppModules,
  });
  return probe;
}
