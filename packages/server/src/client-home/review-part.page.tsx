import { portalHref, type Visit } from "../portal/visit.ts";
import type { OpenReview } from "./review-part.store.ts";

/** The team looks at the plan, and this person is asked what they think of it. */
export function ReviewPart({ visit, review }: { visit: Visit; review: OpenReview | undefined }) {
  const { say, today } = visit;
  if (!review) return null;
  return (
    <section aria-labelledby="review" className="panel ask">
      <h2 id="review">{say("Review of {day}", { day: say.day(review.dueOn, today) })}</h2>
      <p>
        {review.hasSpoken
          ? say(
              "Thank you. What you said is in the record of the review. You can add to it until it is over.",
            )
          : say("We look at the plan, milestone by milestone. Tell us whether it is fine.")}
      </p>
      <a className="button" href={portalHref(visit, "/review")}>
        {review.hasSpoken ? say("Open the review") : say("Say what you think")}
      </a>
    </section>
  );
}
