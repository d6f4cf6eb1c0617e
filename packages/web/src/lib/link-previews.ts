import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";

export type LinkPreview = Shape<"LinkPreview">;

const GATHER_MS = 20;
const MANY = 50;
const FRESH_MS = 30_000;

type Waiting = {
  ref: string;
  resolve: (found: LinkPreview | null) => void;
  reject: (error: unknown) => void;
};
let waiting: Waiting[] = [];

/** What a link points at; null for what is not there or not for this person. */
export const linkQuery = (ref: string) =>
  queryOptions({
    queryKey: ["links", ref],
    queryFn: () => asked(ref),
    staleTime: FRESH_MS,
    // Without an answer the words stay as they were written.
    retry: false,
  });

/** All links of all texts that come up together are one question. */
function asked(ref: string): Promise<LinkPreview | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ ref, resolve, reject });
    if (waiting.length === 1) setTimeout(() => void askTogether(), GATHER_MS);
  });
}

async function askTogether(): Promise<void> {
  const all = waiting;
  waiting = [];
  for (let from = 0; from < all.length; from += MANY) {
    const some = all.slice(from, from + MANY);
    try {
      const refs = some.map(({ ref }) => ref).join(",");
      const { items } = await answer(
        api.GET("/api/v1/links", { params: { query: { refs: refs as never } } }),
      );
      for (const { ref, resolve } of some) resolve(items.find((item) => item.ref === ref) ?? null);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}
