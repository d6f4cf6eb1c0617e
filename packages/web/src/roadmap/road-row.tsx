import { Button, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayText, longDay } from "../lib/dates.ts";
import { dayOf, healthWord, STATE_NAMES } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { healthOf } from "../ui/health.ts";
import { RoadBar, type RoadBarProps } from "./road-bar.tsx";
import classes from "./roadmap.module.css";

interface RoadRowProps extends RoadBarProps {
  minor: boolean;
  selected: boolean;
  /** The one row that Tab reaches. */
  reached: boolean;
  owner: string | undefined;
  price: string | null;
  menu: ReactNode;
  mayPlan: boolean;
  onSelect: () => void;
  onDates: () => void;
}

/** One milestone: its name to the left, its window and diamond on the road. */
export function RoadRow({ minor, selected, reached, owner, price, menu, ...more }: RoadRowProps) {
  const { mayPlan, onSelect, onDates, ...bar } = more;
  const { milestone } = bar;
  const { id, ref, number, title, cards } = milestone;
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
              onFocus={onSelect}
            >
              {`M${number} ${title}`}
            </Link>
            <span className={classes.sub}>{facts.join(" · ")}</span>
          </span>
          {menu}
        </div>
      </th>
      <td className={classes.cell}>
        <VisuallyHidden>{spoken(milestone)}</VisuallyHidden>
        {dayOf(milestone) !== null ? (
          <RoadBar {...bar} />
        ) : (
          <span className={classes.undated}>
            No date yet
            {mayPlan ? (
              <Button size="compact-xs" variant="default" onClick={onDates} tabIndex={reached ? 0 : -1}>
                Set a date
              </Button>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  );
}

function spoken(milestone: Milestone): string {
  const { startOn, workingDays, reachedOn, targetOn } = milestone;
  const word = healthOf(healthWord(milestone), milestone.health?.below ?? null).word;
  const when = reachedOn
    ? `Reached ${longDay(reachedOn)}`
    : targetOn
      ? `Target ${longDay(targetOn)}`
      : "No date yet";
  const window = startOn ? `, work from ${dayText(startOn)}` : "";
  const length = workingDays ? `, ${workingDays} working days` : "";
  return `${when}${window}${length}, ${word}`;
}
