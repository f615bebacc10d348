/**
 * The fields of a JSON object with the very text of each value: what is handed on as bytes, as a genesis document's
 * `app_state` is, must not be printed anew, which would change numbers and spaces.
 *
 * @module
 */

/** Index behind the value that begins at `at`, in text that `JSON.parse` took. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  let i = at;
  do {
    const c = text[i]!;
    if (c === '"') i = skipString(text, i);
    else {
      if (c === "{" || c === "[") depth++;
      else if (c === "}" || c === "]") depth--;
      i++;
    }
  } while (depth > 0 || !/^[\s,}\]]?$/.test(text[i] ?? ""));
  return i;
}

function skipString(text: string, at: number): number {
  let i = at + 1;
  while (text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i + 1;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (/\s/.test(text[i] ?? "")) i++;
  return i;
}

/**
 * Field name to the text of its value; undefined where the text is no JSON object or names a field twice.
 */
export function jsonFields(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  } catch {
    return undefined;
  }
  const fields = new Map<string, string>();
  let i = skipSpace(text, skipSpace(text, 0) + 1);
  while (text[i] !== "}") {
    const nameEnd = skipString(text, i);
    const name = JSON.parse(text.slice(i, nameEnd)) as string;
    // Behind the name stands a colon.
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = skipValue(text, start);
    if (fields.has(name)) return undefined;
    fields.set(name, text.slice(start, end));
    i = skipSpace(text, end);
    if (text[i] === ",") i = skipSpace(text, i + 1);
  }
  return fields;
}
