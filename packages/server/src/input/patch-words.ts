import type { Say } from "../words/say.ts";
import type { PatchView } from "./input.view.ts";

/** What a proposal would have otherwise, in one line. */
export function patchText(say: Say, { title, outcome, targetOn, criteria }: PatchView): string {
  const parts = [
    ...(targetOn ? [say("date {day}", { day: say.day(targetOn) })] : []),
    ...(title ? [say("called “{title}”", { title })] : []),
    ...(outcome ? [say("outcome “{outcome}”", { outcome })] : []),
    ...(criteria ? [say("done when: {criteria}", { criteria: criteria.join("; ") })] : []),
  ];
  return parts.join(", ");
}
