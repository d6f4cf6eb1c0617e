import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBaseline } from "../lib/baseline.ts";
import { boardQuery } from "../lib/board-query.ts";
import { useProject } from "../lib/current-project.ts";
import { type DateTrial, dateTrial } from "../lib/date-effect.ts";
import { forecastBasisQuery } from "../lib/forecast-basis.ts";
import { forecastTrial } from "../lib/forecast-effect.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { type Plan, planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { Page } from "../ui/page.tsx";
import { GhostRoad } from "./ghost-road.tsx";
import { RoadGrid } from "./road-grid.tsx";
import { roadGroups } from "./road-rows.ts";
import { RoadTable } from "./road-table.tsx";
import { RoadToolbar } from "./road-toolbar.tsx";
import { type RoadmapSearch, readSearch, withChange } from "./roadmap-search.ts";
import { useRoadKeys } from "./use-road-keys.ts";

export type ChangeRoad = (change: { [K in keyof RoadmapSearch]?: RoadmapSearch[K] | undefined }) => void;

/** S3: when will each milestone land? */
export function RoadmapPage() {
  const { id, name, key } = useProject();
  useTitle("Roadmap", name);
  const plan = useSuspenseQuery(planQuery(id)).data;
  const board = useQuery(boardQuery(id)).data;
  const trial = useTrial(plan);
  const search = readSearch(useSearch({ strict: false }));
  const measured = useBaseline(plan, search.base || undefined);
  const baseline = search.base === false ? null : measured;
  const change: ChangeRoad = useSearchChange(withChange);
  const phone = useMediaQuery("(max-width: 48em)") ?? false;
  const table = (search.view ?? (phone ? "table" : "road")) === "table";
  const dropped = search.dropped ?? false;
  const groups = useMemo(() => roadGroups(plan, { dropped }), [plan, dropped]);
  const mayPlan = plan.project.may.editPlan;
  useRoadKeys({ projectId: id, zoom: search.z ?? "months", table, mayPlan, change });
  if (plan.milestones.length === 0)
    return (
      <Page title="Roadmap">
        <GhostRoad projectId={id} projectKey={key.toLowerCase()} mayPlan={mayPlan} />
      </Page>
    );
  return (
    <Page
      title="Roadmap"
      actions={
        mayPlan ? (
          <Button onClick={() => openMilestoneDialog({ kind: "new", projectId: id, milestoneId: "" })}>
            New milestone
          </Button>
        ) : null
      }
    >
      <RoadToolbar search={search} plan={plan} table={table} change={change} />
      {table ? (
        <RoadTable trial={trial} baseline={baseline} groups={groups} mayPlan={mayPlan} />
      ) : (
        <RoadGrid
          trial={trial}
          board={board}
          baseline={baseline}
          groups={groups}
          search={search}
          change={change}
        />
      )}
    </Page>
  );
}

/** What dates are tried out on; who may move them also sees what the forecast says to it. */
function useTrial(plan: Plan): DateTrial {
  const { id, may } = plan.project;
  const board = useQuery(boardQuery(id)).data;
  const basis = useQuery({ ...forecastBasisQuery(id), enabled: may.editPlan }).data;
  const names = usePeopleNames(id);
  const forecast = useMemo(() => (basis ? forecastTrial(basis, names) : null), [basis, names]);
  return useMemo(() => dateTrial(plan, board, forecast), [plan, board, forecast]);
}
