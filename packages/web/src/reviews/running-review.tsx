import { Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { announce } from "../lib/announce.ts";
import { useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useMe } from "../lib/session.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { Page } from "../ui/page.tsx";
import { Agenda } from "./agenda.tsx";
import { ClientPart } from "./client-part.tsx";
import { CloseStep } from "./close-step.tsx";
import { HeldReview } from "./held-review.tsx";
import { LineStep } from "./line-step.tsx";
import { NoticePreview } from "./notice-preview.tsx";
import { ObjectivesStep } from "./objectives-step.tsx";
import classes from "./review.module.css";
import { ReviewHead } from "./review-head.tsx";
import {
  nameOfStep,
  type ReviewSearch,
  readReviewSearch,
  type Step,
  stepAt,
  stepsOf,
} from "./review-steps.ts";
import { placeReview, type Review, reviewQuery } from "./reviews.api.ts";
import { usePresence } from "./use-presence.ts";

/** A review as it goes on, and what it left once it is closed. */
export function OneReview({ reviewId }: { reviewId: string }) {
  const { id } = useProject();
  const review = useSuspenseQuery(reviewQuery(id, reviewId)).data;
  return review.heldAt === null ? <RunningReview review={review} /> : <HeldReview review={review} />;
}

function RunningReview({ review }: { review: Review }) {
  const names = useMemo(() => new Map(review.people.map(({ id, name }) => [id, name])), [review.people]);
  const { steps, index, follows, setFollows, go } = useSteps(review);
  usePresence(review);
  const body = useRef<HTMLDivElement>(null);
  const step = steps[index] ?? { kind: "close" as const };
  const name = nameOfStep(step);
  useStepKeys(go);
  useLeaving(body);
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    body.current?.querySelector<HTMLElement>("[data-line]")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [name]);
  return (
    <Page title={`Review ${dayText(review.dueOn, review.today)}`}>
      <ReviewHead
        review={review}
        names={names}
        index={index}
        count={steps.length}
        follows={follows}
        onFollow={setFollows}
        onStep={go}
      />
      <div ref={body}>
        <Stack gap="md">
          <StepBody key={name} step={step} review={review} names={names} />
        </Stack>
      </div>
      <OpenAgenda reviewId={review.id} />
      <ClientPart review={review} names={names} />
      <NoticePreview review={review} />
    </Page>
  );
}

/** Asked for only once somebody looks: what a milestone needs stands in its own step. */
function OpenAgenda({ reviewId }: { reviewId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.notice} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Agenda</summary>
      {open ? <Agenda reviewId={reviewId} /> : null}
    </details>
  );
}

function StepBody({
  step,
  review,
  names,
}: {
  step: Step;
  review: Review;
  names: ReadonlyMap<string, string>;
}) {
  if (step.kind === "objectives") return <ObjectivesStep review={review} />;
  if (step.kind === "close") return <CloseStep review={review} names={names} />;
  return <LineStep review={review} line={step.line} names={names} />;
}

/** Where this person is: with whoever leads while they follow, else where they went themselves. */
function useSteps(review: Review) {
  const me = useMe().person.id;
  const { at } = readReviewSearch(useSearch({ strict: false }));
  const change = useSearchChange(applied);
  const leads = review.leaderId === me;
  const [following, setFollows] = useState(true);
  const follows = !leads && following;
  const steps = useMemo(() => stepsOf(review), [review]);
  const index = stepAt(steps, { at, placeId: review.placeId, follows });
  const go = useCallback(
    (by: number) => {
      const next = steps[Math.min(steps.length - 1, Math.max(0, index + by))];
      if (!next) return;
      setFollows(false);
      change({ at: nameOfStep(next) });
      announce(next.kind === "line" ? next.line.title : next.kind === "close" ? "Summary" : "Objectives");
      // Whoever leads takes all along; that the place is not told does not stop them.
      if (leads && next.kind === "line")
        void placeReview(review.id, next.line.milestoneId).catch(() => undefined);
    },
    [steps, index, change, leads, review.id],
  );
  return { steps, index, follows, setFollows, go };
}

function applied(_before: ReviewSearch, change: ReviewSearch): ReviewSearch {
  return change;
}

/** Escape leads out of a field, so that the keys of the review hold again. */
function useLeaving(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = body.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
    };
    element?.addEventListener("keydown", leave);
    return () => element?.removeEventListener("keydown", leave);
  }, [body]);
}

function useStepKeys(go: (by: number) => void): void {
  const keys = useMemo(
    () => [
      { keys: "j", label: "Next milestone", run: () => go(1) },
      { keys: "arrowright", label: "Next milestone", run: () => go(1) },
      { keys: "k", label: "Milestone before", run: () => go(-1) },
      { keys: "arrowleft", label: "Milestone before", run: () => go(-1) },
    ],
    [go],
  );
  useKeys("Review", keys);
}
