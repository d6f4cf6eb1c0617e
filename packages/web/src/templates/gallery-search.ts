import type { TemplateHead } from "../lib/template-query.ts";

/** What the address of the gallery says. */
export interface GallerySearch {
  q?: string;
  trade?: string;
}

export function readSearch({ q, trade }: Record<string, unknown>): GallerySearch {
  return {
    ...(typeof q === "string" && q !== "" ? { q } : {}),
    ...(typeof trade === "string" && trade !== "" ? { trade } : {}),
  };
}

/** Every word stands in name, trade or summary. */
export function fitting(
  templates: readonly TemplateHead[],
  { q = "", trade }: GallerySearch,
): TemplateHead[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const text = `${template.name} ${template.trade} ${template.summary}`.toLowerCase();
    const ofTrade = trade === undefined || sameTrade(template.trade, trade);
    return ofTrade && words.every((word) => text.includes(word));
  });
}

/** The trades there are, each once however it is spelled. */
export function tradesOf(templates: readonly TemplateHead[]): string[] {
  const known = new Map(templates.map(({ trade }) => [trade.toLowerCase(), trade]));
  known.delete("");
  return [...known.values()].toSorted((one, other) => one.localeCompare(other));
}

function sameTrade(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
