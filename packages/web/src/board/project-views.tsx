import { lazy, Suspense } from "react";
import { useProject } from "../lib/current-project.ts";
import { later } from "../lib/later.ts";
import type { View } from "./view-links.tsx";

const KeptViews = lazy(later(async () => ({ default: (await import("./kept-views.tsx")).KeptViews })));

export interface ProjectViewsProps {
  place: View;
  search: object;
  /** What this view understands of an address. */
  read: (search: Record<string, unknown>) => object;
}

/** Views of this place that somebody kept: they come after the cards. */
export function ProjectViews(props: ProjectViewsProps) {
  const { id } = useProject();
  return (
    <Suspense fallback={null}>
      <KeptViews {...props} projectId={id} />
    </Suspense>
  );
}
