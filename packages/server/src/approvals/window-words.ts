import type { AcceptanceWindowView } from "../projects/acceptance-window.view.ts";
import type { Say } from "../words/say.ts";

/** What both sides agree on with a plan, in plain words: what happens when nobody answers. */
export function windowText(say: Say, { days, otherwise }: AcceptanceWindowView): string {
  if (otherwise === "accept")
    return say(
      "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, a completed milestone counts as accepted; this is labelled so.",
      { n: days },
    );
  return otherwise === "escalate"
    ? say(
        "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, the team is told and gets in touch; nothing counts as accepted without an answer.",
        { n: days },
      )
    : say(
        "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, the milestone stays open; nothing counts as accepted without an answer.",
        { n: days },
      );
}

/** The same rule, on a request that it holds for. */
export function windowHere(say: Say, { days, otherwise }: AcceptanceWindowView, askedOn: string): string {
  const at = { n: days, day: askedOn };
  if (otherwise === "accept")
    return say(
      "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, it counts as accepted; this is labelled so.",
      at,
    );
  return otherwise === "escalate"
    ? say(
        "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, the team is told and gets in touch.",
        at,
      )
    : say(
        "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, it stays open.",
        at,
      );
}
