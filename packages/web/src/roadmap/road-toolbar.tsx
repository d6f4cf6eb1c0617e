import { Chip, Group, SegmentedControl, Text } from "@mantine/core";
import type { Plan } from "../lib/plan-query.ts";
import { ViewSwitch } from "../ui/view-switch.tsx";
import { BaselineMenu } from "./baseline-menu.tsx";
import type { ChangeRoad } from "./roadmap.page.tsx";
import type { RoadmapSearch } from "./roadmap-search.ts";
import type { Zoom } from "./time-scale.ts";

interface RoadToolbarProps {
  search: RoadmapSearch;
  plan: Plan;
  table: boolean;
  change: ChangeRoad;
}

const ZOOM_NAMES = [
  { value: "weeks", label: "Weeks" },
  { value: "months", label: "Months" },
  { value: "quarters", label: "Quarters" },
] satisfies { value: Zoom; label: string }[];

/** How near, and what of it; all of it stands in the address. */
export function RoadToolbar({ search, plan, table, change }: RoadToolbarProps) {
  return (
    <Group justify="space-between" mb="sm" gap="xs" className="mp-screen">
      <Group gap="xs">
        {table ? null : (
          <SegmentedControl
            aria-label="Zoom"
            data={ZOOM_NAMES}
            value={search.z ?? "months"}
            onChange={(value) => change({ z: value === "weeks" || value === "quarters" ? value : undefined })}
          />
        )}
        <Group gap={6} role="group" aria-label="Show">
          {table ? null : (
            <>
              {plan.milestones.some(({ forecast }) => forecast) ? (
                <Show
                  name="Forecast"
                  on={search.forecast !== false}
                  set={(on) => change({ forecast: on ? undefined : false })}
                />
              ) : null}
              <Show
                name="Dependencies"
                on={search.links !== false}
                set={(on) => change({ links: on ? undefined : false })}
              />
              <Show
                name="Cards"
                on={search.cards ?? false}
                set={(on) => change({ cards: on ? true : undefined })}
              />
              <Show
                name="Critical path"
                on={search.critical ?? false}
                set={(on) => change({ critical: on ? true : undefined })}
              />
            </>
          )}
          {plan.baseline ? (
            <Show
              name="Baseline"
              on={search.base !== false}
              set={(on) => change({ base: on ? undefined : false })}
            />
          ) : null}
          <Show
            name="Dropped"
            on={search.dropped ?? false}
            set={(on) => change({ dropped: on ? true : undefined })}
          />
        </Group>
        <BaselineMenu plan={plan} base={search.base || undefined} change={change} />
      </Group>
      <ViewSwitch table={table} onChange={(view) => change({ view })} />
    </Group>
  );
}

function Show({ name, on, set }: { name: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <Chip checked={on} onChange={set} size="xs" variant="outline">
      <Text component="span" size="xs">
        {name}
      </Text>
    </Chip>
  );
}
