import type { Say } from "../words/say.ts";

/** The verdict as one word; a choice is told by the page that knows the choices. */
export function verdictText(say: Say, { verdict, way }: { verdict: string; way: string }): string {
  if (way === "window") return say("accepted as agreed, without an answer");
  switch (verdict) {
    case "approved":
      return say("approved");
    case "changes_requested":
      return say("changes requested");
    case "advised":
      return say("an opinion");
    default:
      return say("chosen");
  }
}
