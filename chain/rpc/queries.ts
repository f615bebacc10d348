/** Event queries of clients: what is wrong with one is told to the client. */
import { parseQuery, type Query, QueryError } from "../index/query.ts";
import { refused } from "./errors.ts";

/** @throws RpcError for a query that is not one. */
export function queryFrom(text: string | undefined): Query {
  try {
    return parseQuery(text ?? "");
  } catch (error) {
    if (error instanceof QueryError) throw refused(error.message);
    throw error;
  }
}

/** @throws RpcError where the search refused. */
export async function searched<T>(search: Promise<T>): Promise<T> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof QueryError) throw refused(error.message);
    throw error;
  }
}
