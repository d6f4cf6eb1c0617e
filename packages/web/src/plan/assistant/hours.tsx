import { Anchor, Text } from "@mantine/core";
import { type ForecastInput, workload } from "@milepost/planning";
import { Link } from "@tanstack/react-router";
import { counted } from "../../lib/counted.ts";
import { addDays, dayText } from "../../lib/dates.ts";
import { usePeopleNames } from "../../lib/people-names.ts";
import type { Plan } from "../../lib/plan-query.ts";
import { AddPerson } from "./add-person.tsx";
import classes from "./assistant.module.css";

const WEEKS = 6;
const SEEN_DAYS = 92;

/** What people have for this project in a week, and when they are away: every date comes from it. */
export function Hours({ plan, basis }: { plan: Plan; basis: ForecastInput }) {
  const names = usePeopleNames(plan.project.id);
  const { people } = workload([basis.plan], basis.plan.people, basis.today, WEEKS);
  const percents = new Map(basis.plan.people.map(({ id, percent }) => [id, percent]));
  const busy = new Set(basis.plan.cards.flatMap(({ assigneeIds }) => assigneeIds));
  const answers = plan.milestones.some(({ clientApproval }) => clientApproval);
  return (
    <>
      <ul className={classes.hours} aria-label="Who has how much time">
        {people.map(({ id, cells }) => {
          const week = Math.max(0, ...cells.map(({ capacity }) => capacity));
          if (week === 0 && !busy.has(id)) return null;
          const percent = percents.get(id) ?? 100;
          return (
            <li key={id}>
              <strong>{names.get(id) ?? "Somebody"}</strong>
              <span className="mp-tabular">
                {`${Math.round(week / 6) / 10} h a week here${percent < 100 ? ` (${percent} % of the time)` : ""}`}
              </span>
              <span>{awayText(plan, id)}</span>
              <Anchor component={Link} to={`/settings/time?person=${id}` as "/"} size="sm">
                Change
              </Anchor>
            </li>
          );
        })}
      </ul>
      <AddPerson projectId={plan.project.id} />
      {answers ? (
        <Text size="sm" c="dimmed" mb="sm">
          {answerText(basis)} <Link to={"/settings/clients" as "/"}>Change</Link>
        </Text>
      ) : null}
    </>
  );
}

function awayText({ away, today }: Plan, personId: string): string {
  const last = addDays(today, SEEN_DAYS);
  const own = away.filter((each) => each.personId === personId && each.to >= today && each.from <= last);
  const [first, ...others] = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (!first) return "";
  const days =
    first.from === first.to ? dayText(first.from) : `${dayText(first.from)} to ${dayText(first.to)}`;
  return `away ${days}${others.length > 0 ? ` and ${others.length} more times` : ""}`;
}

const USUAL_ANSWER = 3;

function answerText({ plan, history }: ForecastInput): string {
  if (history.answerDays.length > 0)
    return "The time that the client takes to answer, as seen so far, is in the dates.";
  const known = plan.client?.answerDays ?? null;
  if (known !== null) return `The client usually answers within ${counted(known, "working day")}.`;
  return `Nothing is known yet of how soon the client answers: ${USUAL_ANSWER} working days are in the dates.`;
}
