/** What validators make of a version. */
import { assert } from "@assay/kernel/assert";
import type { WriteCtx } from "@assay/kernel/context";
import { QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { EventVersionActivated, EventVersionRejected } from "@assay/proto/gen/assay/registry/v1/event";
import { VersionStatus } from "@assay/proto/gen/assay/registry/v1/types";
import type { Asked } from "../attest/keeper.ts";
import { mustVersion } from "./ledger.ts";
import { tauOf } from "./math.ts";
import { state } from "./state.ts";

/** Is told by attest whether a version loads, and how far its outputs range. */
export function loadsAnswered(ctx: WriteCtx, { subject, status, measured }: Asked): void {
  const version = mustVersion(ctx, subject);
  assert(version.status === VersionStatus.VERSION_STATUS_PENDING, "a version is attested once");
  const { height } = ctx.block;
  const { id: versionId, modelId } = version;
  if (status === QuestionStatus.QUESTION_STATUS_PASSED) {
    const outputRange = measured;
    const tau = tauOf(outputRange);
    const live = VersionStatus.VERSION_STATUS_LIVE;
    state.versions.set(ctx, versionId, { ...version, status: live, liveHeight: height, outputRange, tau });
    ctx.emit(EventVersionActivated, { versionId, modelId, outputRange, tau });
  } else {
    const rejected = VersionStatus.VERSION_STATUS_REJECTED;
    state.versions.set(ctx, versionId, { ...version, status: rejected, closedHeight: height });
    ctx.emit(EventVersionRejected, { versionId, modelId });
  }
}
