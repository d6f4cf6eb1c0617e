import { lazy, Suspense } from "react";
import { useProject } from "../lib/current-project.ts";
import { later } from "../lib/later.ts";

const ReachedMoments = lazy(
  later(async () => ({ default: (await import("../closing/reached-moments.tsx")).ReachedMoments })),
);

/** What was reached since this person was here the last time; it comes after the page that it stands on. */
export function Moments({ milestoneId }: { milestoneId?: string }) {
  const { id } = useProject();
  return (
    <Suspense fallback={null}>
      <ReachedMoments projectId={id} {...(milestoneId ? { milestoneId } : {})} />
    </Suspense>
  );
}
