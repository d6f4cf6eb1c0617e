import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import type { ChangeRoad } from "./roadmap.page.tsx";
import { type Zoom, zoomed } from "./time-scale.ts";

interface RoadKeys {
  projectId: string;
  zoom: Zoom;
  table: boolean;
  mayPlan: boolean;
  change: ChangeRoad;
}

/** The keys of the page; those of a row stand where the rows are. */
export function useRoadKeys({ projectId, zoom, table, mayPlan, change }: RoadKeys): void {
  const keys = useMemo(() => {
    const zoomTo = (next: Zoom) => change({ z: next === "months" ? undefined : next });
    const add = () => openMilestoneDialog({ kind: "new", projectId, milestoneId: "" });
    return [
      { keys: "[", label: "Closer", run: () => zoomTo(zoomed(zoom, -1)) },
      { keys: "]", label: "Farther away", run: () => zoomTo(zoomed(zoom, 1)) },
      {
        keys: "t",
        label: table ? "As a road" : "As a table",
        run: () => change({ view: table ? "road" : "table" }),
      },
      ...(mayPlan ? [{ keys: "shift+c", label: "New milestone", run: add }] : []),
    ];
  }, [projectId, zoom, table, mayPlan, change]);
  useKeys("Roadmap", keys);
}
