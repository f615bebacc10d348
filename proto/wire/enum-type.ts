import type { EnumType } from "./message-type.ts";

/** Both directions of an enum's names. */
export function enumType(typeName: string, values: Readonly<Record<string, number>>): EnumType {
  const names: Record<number, string> = {};
  for (const [name, value] of Object.entries(values)) names[value] ??= name;
  return { typeName, names, values };
}
