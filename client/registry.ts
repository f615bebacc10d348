/**
 * For those who use CosmJS itself: our messages as its `Registry` takes them.
 *
 * @module
 */
import { type GeneratedType, Registry } from "@cosmjs/proto-signing";
import { defaultRegistryTypes } from "@cosmjs/stargate";
import { messageTypes } from "./codecs.ts";

/** `new Registry([...defaultRegistryTypes, ...assayTypes])` sends our messages by CosmJS's `SigningStargateClient`. */
export const assayTypes: readonly (readonly [string, GeneratedType])[] = [...messageTypes]
  .filter(([typeUrl]) => typeUrl.startsWith("/assay."))
  .map(([typeUrl, type]) => [typeUrl, type as unknown as GeneratedType] as const);

/** CosmJS's own messages and ours. */
export function createRegistry(): Registry {
  const types = [...defaultRegistryTypes, ...assayTypes];
  return new Registry(types.map(([typeUrl, type]): [string, GeneratedType] => [typeUrl, type]));
}
