import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { AddedScope } from "../change-requests/added-scope.tsx";
import { WaitingWishes } from "../change-requests/waiting-wishes.tsx";
import { WaitingForClient } from "../client-requests/waiting-for-client.tsx";
import { LookBack } from "../closing/look-back.tsx";
import { useProject } from "../lib/current-project.ts";
import { later } from "../lib/later.ts";
import { useIsGuest } from "../lib/session.ts";
import { OverviewPage } from "../projects/overview.page.tsx";
import { overviewQuery } from "../projects/portfolio.api.ts";
import { NextReview } from "../reviews/next-review.tsx";
import { Moments } from "./moments.tsx";

const CalendarDialog = lazy(
  later(async () => ({ default: (await import("./calendar-dialog.tsx")).CalendarDialog })),
);
const Doors = lazy(later(async () => ({ default: (await import("../doors/doors.tsx")).Doors })));

/** The overview with the nouns that stand on it. */
export function OverviewScreen() {
  const isGuest = useIsGuest();
  const facts = isGuest ? null : (
    <>
      <NextReview />
      <WaitingWishes />
      <WaitingForClient />
      <AddedScope />
      <Ended />
    </>
  );
  const outside = (
    <Suspense fallback={null}>
      {isGuest ? null : <Doors />}
      <CalendarDialog />
    </Suspense>
  );
  return (
    <>
      <Moments />
      <OverviewPage waiting={facts} outside={outside} />
    </>
  );
}

/** Offered once nothing is open any more. */
function Ended() {
  const { milestones } = useSuspenseQuery(overviewQuery(useProject().id)).data;
  const isOver =
    milestones.length > 0 && milestones.every(({ state }) => state === "accepted" || state === "dropped");
  return isOver ? <LookBack /> : null;
}
