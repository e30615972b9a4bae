/** Who is named in a post: those alone who may read it. */
import type { BoardFacts } from "shared/board/rules.ts";
import type { App } from "../app.ts";

export interface Mentions {
  people: number[];
  organisations: number[];
}

export async function mentionsIn(_app: App, _board: BoardFacts, _body: string): Promise<Mentions> {
  return { people: [], organisations: [] };
}
