import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { dayText } from "../lib/dates.ts";
import { forecastText } from "../lib/forecast-words.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { doneText, scopeText } from "../lib/milestone-head-words.ts";
import { type MilestoneHead, milestoneHeadsQuery } from "../lib/milestone-heads.ts";
import { useIsGuest } from "../lib/session.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { useWorld } from "./board-context.ts";
import classes from "./column.module.css";

interface MilestoneFactsProps {
  id: string;
  /** What the cards themselves tell: for guests, who are shown no plan, and until the rest is here. */
  children: ReactNode;
}

/** Of the milestone whose cards stand below: how it stands, when it lands, how far it is, and what came on top. */
export function MilestoneFacts({ id, children }: MilestoneFactsProps) {
  const { projectId, milestones, today } = useWorld();
  const heads = useQuery({ ...milestoneHeadsQuery(projectId), enabled: !useIsGuest() }).data;
  const head = heads?.find((each) => each.id === id);
  const on = head?.reachedOn ?? milestones.get(id)?.targetOn;
  return (
    <>
      <p className={classes.facts}>
        {head?.health ? (
          <HealthChip
            word={head.health.word}
            below={head.health.below}
            reasons={head.health.reasons.map(reasonText)}
          />
        ) : null}
        {on ? <time dateTime={on}>{dayText(on, today)}</time> : <span>No date</span>}
      </p>
      {head ? <Standing head={head} /> : children}
    </>
  );
}

function Standing({ head: { forecast, progress, scope } }: { head: MilestoneHead }) {
  const changed = scope ? scopeText(scope) : "";
  return (
    <>
      {forecast ? <p className={classes.facts}>{forecastText(forecast)}</p> : null}
      <p className={classes.facts}>{doneText(progress)}</p>
      {changed ? <p className={classes.facts}>{changed}</p> : null}
    </>
  );
}
