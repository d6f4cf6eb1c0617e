import { daysText, priceText } from "../approvals/price-text.ts";
import { civilDate } from "../kit/clock.ts";
import type { Visit } from "../portal/visit.ts";
import type { AddedChange } from "./added-scope.store.ts";

/** What was added to the scope by agreement, with what it cost in days and money, by whom and when. */
export function AddedScope({ visit, added }: { visit: Visit; added: readonly AddedChange[] }) {
  const { say } = visit;
  if (added.length === 0) return null;
  return (
    <section aria-labelledby="added">
      <h2 id="added">{say("Added since the first plan")}</h2>
      <ul className="rows">
        {added.map((change) => (
          <li key={change.id}>
            <strong>{change.title}</strong>
            <p>{costText(visit, change)}</p>
            <small className="dim">{agreedText(visit, change)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "7 working days later · + €500". */
export function costText({ say, project }: Visit, { days, priceMinor }: AddedChange): string {
  return [
    daysText(say, days ?? 0),
    ...(priceMinor === null ? [] : [priceText(say, priceMinor, project.currency)]),
  ].join(" · ");
}

/** "Accepted by Dana Reyes, Fri 27 Nov · plan version 3", and whether the plan above has it already. */
export function agreedText(visit: Visit, change: AddedChange): string {
  const { say, project, today } = visit;
  const { answeredAt, acceptedBy, planVersion, publishedVersionId } = change;
  const day = answeredAt === null ? "" : say.day(civilDate(answeredAt, project.zone), today);
  return [
    say("Accepted by {name}, {day}", { name: acceptedBy ?? say("Somebody"), day }),
    ...(planVersion === null ? [] : [say("plan version {n}", { n: planVersion })]),
    ...(publishedVersionId === null ? [say("comes into the dates above with the next publication")] : []),
  ].join(" · ");
}
