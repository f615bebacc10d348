/** Licences as SPDX expressions (SPDX 2.3, annex D), by their form: whether an id is on SPDX's list is not asked. */

const MAX_CHARACTERS = 128;
const TOKEN = /\(|\)|[^ ()]+/g;
const ID = /^(DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\+?$/;
const OPERATORS: ReadonlySet<string> = new Set(["AND", "OR", "WITH"]);

/** Whether text is an expression such as `MIT`, `Apache-2.0 WITH LLVM-exception` or `(MIT OR CC-BY-4.0) AND ISC`. */
export function isSpdxExpression(text: string): boolean {
  if (text.length > MAX_CHARACTERS || !/^[A-Za-z0-9.+:() -]*$/.test(text)) return false;
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const id = (): boolean => {
    const token = tokens[at++];
    return token !== undefined && ID.test(token) && !OPERATORS.has(token);
  };
  const term = (): boolean => {
    if (tokens[at] === "(") {
      at++;
      return expression() && tokens[at++] === ")";
    }
    if (!id()) return false;
    if (tokens[at] !== "WITH") return true;
    at++;
    return id();
  };
  const expression = (): boolean => {
    if (!term()) return false;
    while (tokens[at] === "AND" || tokens[at] === "OR") {
      at++;
      if (!term()) return false;
    }
    return true;
  };
  return expression() && at === tokens.length;
}
