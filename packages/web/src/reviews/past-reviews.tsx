import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import classes from "./review.module.css";
import type { PastReview } from "./reviews.api.ts";

interface PastReviewsProps {
  reviews: readonly PastReview[];
  /** How many there are before those. */
  earlier: number;
}

/** The reviews before, newest first, each with what it came to. */
export function PastReviews({ reviews, earlier }: PastReviewsProps) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="past-reviews">
      <Title order={2} size="h3" mb="xs" id="past-reviews">
        Reviews so far
      </Title>
      <ul className={classes.past}>
        {reviews.map((review) => (
          <Past key={review.id} review={review} />
        ))}
      </ul>
      {earlier > 0 ? <Text size="sm" c="dimmed">{`And ${earlier} before them.`}</Text> : null}
    </section>
  );
}

function Past({ review: { dueOn, outcome, state, reason, by } }: { review: PastReview }) {
  const { key } = useProject();
  const day = <span className={classes.pastDay}>{dayText(dueOn)}</span>;
  if (outcome === null)
    return (
      <li>
        {day} {state === "skipped" ? skippedWords(by?.name, reason) : "not held"}
      </li>
    );
  return (
    <li>
      <Link to="/p/$projectKey/review/$date" params={{ projectKey: key.toLowerCase(), date: dueOn }}>
        {day}
      </Link>{" "}
      {outcomeWords(outcome)}
    </li>
  );
}

/** "skipped by Amara: Everybody is at the fair" */
function skippedWords(name: string | undefined, reason: string): string {
  return `skipped${name ? ` by ${name}` : ""}: ${reason}`;
}

/** "Amara led · 5 milestones: 1 off track, 2 at risk · 1 moved · 2 actions" */
function outcomeWords({
  leader,
  milestones,
  onTrack,
  offTrack,
  atRisk,
  waiting,
  moved,
  redefined,
  split,
  dropped,
  actions,
}: NonNullable<PastReview["outcome"]>): string {
  const some = (parts: readonly [number, string][]) =>
    parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(", ");
  const trouble = some([
    [offTrack, "off track"],
    [atRisk, "at risk"],
    [waiting, "waiting for client"],
  ]);
  const changed = some([
    [moved, "moved"],
    [redefined, "redefined"],
    [split, "split"],
    [dropped, "dropped"],
  ]);
  const calls = trouble || (onTrack === milestones && milestones > 0 ? "all on track" : "");
  return [
    ...(leader ? [`${leader.name} led`] : []),
    `${counted(milestones, "milestone")}${calls ? `: ${calls}` : ""}`,
    ...(milestones > 0 ? [changed || "dates kept"] : []),
    ...(actions > 0 ? [counted(actions, "action")] : []),
  ].join(" · ");
}
