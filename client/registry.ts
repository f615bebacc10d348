/**
 * For those who use CosmJS itself: our messages as its `Registry` takes them.
 *
 * @module
 */
import { type GeneratedType, Registry } from "@cosmjs/proto-signing";
import { AminoTypes, createDefaultAminoConverters, defaultRegistryTypes } from "@cosmjs/stargate";
import { assayAminoConverters } from "./amino.ts";
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

/** The same for signers of amino JSON: CosmJS's `SigningStargateClient` takes it as `aminoTypes`. */
export function createAminoTypes(): AminoTypes {
  return new AminoTypes({ ...createDefaultAminoConverters(), ...assayAminoConverters });
}
