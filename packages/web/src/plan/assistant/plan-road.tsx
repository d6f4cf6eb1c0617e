import { Link } from "@tanstack/react-router";
import { dayText } from "../../lib/dates.ts";
import { forecastText, percentText } from "../../lib/forecast-words.ts";
import { dayOf, healthWord } from "../../lib/milestone-words.ts";
import type { Milestone, Plan } from "../../lib/plan-query.ts";
import { Diamond } from "../../ui/diamond.tsx";
import { healthOf } from "../../ui/health.ts";
import classes from "./plan-road.module.css";
import { plannedMilestones } from "./steps.ts";

/** The road as the plan stands: stones from top to bottom, with the days on which each is likely and safe. */
export function PlanRoad({ plan }: { plan: Plan }) {
  const milestones = plannedMilestones(plan);
  const dated = milestones.filter((each) => dayOf(each) !== null);
  const undated = milestones.length - dated.length;
  return (
    <aside className={classes.road} aria-labelledby="plan-road">
      <h2 id="plan-road" className={classes.roadHead}>
        The road
      </h2>
      {dated.length === 0 ? (
        <p className={classes.roadEmpty}>
          {milestones.length === 0
            ? "Stones appear here as soon as there are milestones."
            : "No date yet: the fourth step works them out."}
        </p>
      ) : (
        <ol className={classes.stones}>
          {dated.map((milestone) => (
            <Stone key={milestone.id} plan={plan} milestone={milestone} />
          ))}
        </ol>
      )}
      {dated.length > 0 && undated > 0 ? (
        <p className={classes.roadEmpty}>{`${undated} more without a date.`}</p>
      ) : null}
    </aside>
  );
}

function Stone({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const { ref, number, title, forecast } = milestone;
  const sign = healthOf(healthWord(milestone), milestone.health?.below ?? null);
  const day = dayOf(milestone);
  return (
    <li className={classes.stone}>
      <span className={classes.sign}>
        <Diamond state={sign.state} waiting={sign.waiting} size={20} label={sign.word} />
      </span>
      <Link to={`/m/${ref}` as "/"} className={classes.stoneTitle}>{`M${number} ${title}`}</Link>
      {day ? <time dateTime={day}>{dayText(day, plan.today)}</time> : null}
      {forecast ? (
        <span className={classes.stoneForecast}>
          {forecastText(forecast)}
          {forecast.chance === null ? "" : ` · ${percentText(forecast.chance)}`}
        </span>
      ) : null}
    </li>
  );
}
