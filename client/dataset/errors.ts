/** Why rows make no dataset. */
export type DatasetErrorCode =
  | "format"
  | "encoding"
  | "too_large"
  | "line_too_long"
  | "nul"
  | "csv"
  | "json"
  | "column"
  | "value"
  | "no_rows"
  | "too_many_rows"
  | "labels"
  | "row"
  | "content";

/** Where in a file; a part is absent where it is not known. */
export interface FilePlace {
  readonly file?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  /** Name of the column or key. */
  readonly column?: string | undefined;
}

/** What is wrong with somebody's file or rows, where, and what to do about it. */
export class DatasetError extends Error {
  readonly code: DatasetErrorCode;
  readonly place: FilePlace;
  /** What to do; empty where the cause says it. */
  readonly fix: string;

  constructor(code: DatasetErrorCode, cause: string, place: FilePlace = {}, fix = "") {
    const where = [
      place.file,
      place.line === undefined ? undefined : `line ${place.line}`,
      place.column === undefined ? undefined : `column "${place.column}"`,
    ].filter((part) => part !== undefined);
    const head = where.length === 0 ? "" : `${where.join(", ")}: `;
    super(`${head}${cause}${fix === "" ? "" : `; ${fix}`}`);
    this.name = "DatasetError";
    this.code = code;
    this.place = place;
    this.fix = fix;
  }
}
