import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { baselineName } from "../lib/baseline.ts";
import type { Plan } from "../lib/plan-query.ts";
import { KeepPlanDialog } from "./keep-plan-dialog.tsx";
import type { ChangeRoad } from "./roadmap.page.tsx";
import { VersionDialog } from "./version-dialog.tsx";

interface BaselineMenuProps {
  plan: Plan;
  /** The number in the address. */
  base: number | undefined;
  change: ChangeRoad;
}

/** Which version the plan is measured against, what has changed since, and keeping it as the next one. */
export function BaselineMenu({ plan, base, change }: BaselineMenuProps) {
  const [open, setOpen] = useState<"keep" | "diff" | null>(null);
  const { baselines, baseline } = plan;
  const mayPlan = plan.project.may.editPlan;
  const chosen = baselines.find(({ n }) => n === base) ?? baseline;
  const close = () => setOpen(null);
  const dialogs = (
    <>
      {open === "keep" ? <KeepPlanDialog plan={plan} onClose={close} /> : null}
      {open === "diff" && chosen ? <VersionDialog plan={plan} from={chosen} onClose={close} /> : null}
    </>
  );
  if (!chosen)
    return mayPlan ? (
      <>
        <Button size="xs" variant="default" onClick={() => setOpen("keep")}>
          Set baseline…
        </Button>
        {dialogs}
      </>
    ) : null;
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
            className="mp-tabular"
          >
            {baselineName(chosen)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Measure against</Menu.Label>
          {baselines.map((each) => (
            <Menu.Item
              key={each.id}
              aria-current={each.id === chosen.id}
              fw={each.id === chosen.id ? 650 : 400}
              maw={320}
              onClick={() => change({ base: each.n === baseline?.n ? undefined : each.n })}
            >
              {each.reason ? `${baselineName(each)}: ${each.reason}` : baselineName(each)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen("diff")}>What has changed since…</Menu.Item>
          {mayPlan ? (
            <Menu.Item
              onClick={() => setOpen("keep")}
            >{`Keep this plan as version ${nextOf(plan)}…`}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {dialogs}
    </>
  );
}

function nextOf({ baselines }: Plan): number {
  return Math.max(0, ...baselines.map(({ n }) => n)) + 1;
}
