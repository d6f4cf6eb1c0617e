import { Button, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { slipWords } from "../lib/baseline.ts";
import { dayText, longDay } from "../lib/dates.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { dayOf, healthWord, STATE_NAMES } from "../lib/milestone-words.ts";
import { moneyText } from "../lib/money.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { healthOf } from "../ui/health.ts";
import { MilestoneMenu } from "../ui/milestone-menu.tsx";
import { RoadBar, type RoadBarProps } from "./road-bar.tsx";
import classes from "./roadmap.module.css";

interface RoadRowProps extends RoadBarProps {
  minor: boolean;
  selected: boolean;
  /** The one row that Tab reaches. */
  reached: boolean;
  owner: string | undefined;
  mayPlan: boolean;
  select: (id: string) => void;
}

/** One milestone: its name to the left, its window and diamond on the road. */
export const RoadRow = memo(function RoadRow({ minor, selected, reached, owner, ...more }: RoadRowProps) {
  const { mayPlan, select, ...bar } = more;
  const { milestone } = bar;
  const { id, projectId, ref, number, title, cards } = milestone;
  const price = moneyText(milestone.priceMinor, milestone.currency);
  const facts = [
    STATE_NAMES[milestone.state],
    ...(cards.count > 0 ? [`${cards.done}/${cards.count} cards`] : []),
    ...(owner ? [owner] : []),
    ...(price ? [price] : []),
  ];
  return (
    <tr className={classes.row} aria-selected={selected}>
      <th scope="row" className={classes.head}>
        <div className={`${classes.label} ${minor ? classes.minor : ""}`}>
          <span className={classes.words}>
            <Link
              to={`/m/${ref}` as "/"}
              className={classes.title}
              tabIndex={reached ? 0 : -1}
              title={title}
              data-milestone={id}
              onFocus={() => select(id)}
            >
              {`M${number} ${title}`}
            </Link>
            <span className={classes.sub}>{facts.join(" · ")}</span>
          </span>
          <MilestoneMenu milestone={milestone} mayPlan={mayPlan} tabIndex={reached ? 0 : -1} />
        </div>
      </th>
      <td className={classes.cell}>
        <VisuallyHidden>{spoken(milestone, bar)}</VisuallyHidden>
        {dayOf(milestone) !== null ? (
          <RoadBar {...bar} />
        ) : (
          <span className={classes.undated}>
            No date yet
            {mayPlan ? (
              <Button
                size="compact-xs"
                variant="default"
                tabIndex={reached ? 0 : -1}
                onClick={() => openMilestoneDialog({ kind: "dates", projectId, milestoneId: id })}
              >
                Set a date
              </Button>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  );
});

function spoken(milestone: Milestone, { kept, slip }: Pick<RoadBarProps, "kept" | "slip">): string {
  const { startOn, workingDays, reachedOn, targetOn } = milestone;
  const word = healthOf(healthWord(milestone), milestone.health?.below ?? null).word;
  const when = reachedOn
    ? `Reached ${longDay(reachedOn)}`
    : targetOn
      ? `Target ${longDay(targetOn)}`
      : "No date yet";
  const window = startOn ? `, work from ${dayText(startOn)}` : "";
  const length = workingDays ? `, ${workingDays} working days` : "";
  const before =
    slip && kept?.targetOn
      ? `, ${slipWords(slip, reachedOn !== null)} against ${longDay(kept.targetOn)}`
      : "";
  return `${when}${before}${window}${length}, ${word}`;
}
