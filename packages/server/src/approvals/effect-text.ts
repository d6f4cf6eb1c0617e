import type { Say } from "../words/say.ts";
import type { ApprovalChoiceView } from "./approval-snapshot.view.ts";
import { priceText } from "./price-text.ts";

/** What an answer does to dates and price, in one line; empty where it says nothing of either. */
export function effectText(say: Say, { days, priceMinor }: ApprovalChoiceView, currency: string): string {
  const lines = [
    ...(days === null
      ? []
      : [
          days === 0
            ? say("no effect on dates")
            : days > 0
              ? say("{n, plural, one {# working day later} other {# working days later}}", { n: days })
              : say("{n, plural, one {# working day earlier} other {# working days earlier}}", { n: -days }),
        ]),
    ...(priceMinor === null ? [] : [priceText(say, priceMinor, currency)]),
  ];
  return lines.join(" · ");
}
