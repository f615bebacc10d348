/** A model goes to another owner by offer and accept: nobody is given what they did not ask for. */
import type { WriteCtx } from "@assay/kernel/context";
import { EventModelOffered, EventModelTransferred } from "@assay/proto/gen/assay/registry/v1/event";
import type {
  MsgAcceptModel,
  MsgAcceptModelResponse,
  MsgOfferModel,
  MsgOfferModelResponse,
} from "@assay/proto/gen/assay/registry/v1/tx";
import { errors } from "../errors.ts";
import { checkOwner, modelOf } from "../ledger.ts";
import { state } from "../state.ts";

export function offerModel(ctx: WriteCtx, { owner, modelId, to }: MsgOfferModel): MsgOfferModelResponse {
  const model = modelOf(ctx, modelId);
  checkOwner(model, owner);
  if (to === "" && model.offeredTo === "") throw errors.notOffered("there is no offer to take back");

  state.models.set(ctx, modelId, { ...model, offeredTo: to });
  ctx.emit(EventModelOffered, { modelId, owner, to });
  return {};
}

/** What was owed before stays the former owner's; what no parent pulled yet goes with the model. */
export function acceptModel(ctx: WriteCtx, { newOwner, modelId }: MsgAcceptModel): MsgAcceptModelResponse {
  const model = modelOf(ctx, modelId);
  if (model.offeredTo !== newOwner) throw errors.notOffered(`it is not offered to ${newOwner}`);

  state.models.set(ctx, modelId, { ...model, owner: newOwner, offeredTo: "" });
  ctx.emit(EventModelTransferred, { modelId, from: model.owner, to: newOwner });
  return {};
}
