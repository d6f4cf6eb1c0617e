import { Select, Text, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { changeDates } from "../lib/date-acts.ts";
import { dayText } from "../lib/dates.ts";
import { changeMilestone } from "../lib/milestone-acts.ts";
import { healthWord, isOpen, STATE_NAMES } from "../lib/milestone-words.ts";
import { type Milestone, type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { Diamond } from "../ui/diamond.tsx";
import { healthOf } from "../ui/health.ts";
import { MilestoneMenu } from "../ui/milestone-menu.tsx";
import { Activities } from "./activities.tsx";
import { OutlineComposer } from "./outline-composer.tsx";
import classes from "./plan.module.css";

interface MilestoneLinesProps {
  plan: Plan;
  milestones: readonly Milestone[];
  objectiveId: string | null;
}

/** The milestones of one objective as lines; the last line adds the next one. */
export function MilestoneLines({ plan, milestones, objectiveId }: MilestoneLinesProps) {
  const { id, may } = plan.project;
  const { data: people = [] } = useQuery(projectPeopleQuery(id));
  const members = people.filter(({ kind }) => kind === "member");
  return (
    <>
      {milestones.length > 0 ? (
        <ul className={classes.lines}>
          {milestones.map((milestone) => (
            <MilestoneLine key={milestone.id} plan={plan} milestone={milestone} people={members} />
          ))}
        </ul>
      ) : null}
      {may.editPlan ? (
        <OutlineComposer
          plan={plan}
          milestones={milestones}
          objectiveIds={objectiveId ? [objectiveId] : []}
        />
      ) : null}
    </>
  );
}

interface MilestoneLineProps {
  plan: Plan;
  milestone: Milestone;
  people: readonly { id: string; name: string }[];
}

function MilestoneLine({ plan, milestone, people }: MilestoneLineProps) {
  const client = useQueryClient();
  const { ref, number, title, state, health, criteria, criteriaMet, cards, ownerId, parentId } = milestone;
  const [unfolded, setUnfolded] = useState(false);
  const sign = healthOf(healthWord(milestone), health?.below ?? null);
  const may = plan.project.may.editPlan && isOpen(milestone);
  const owner = people.find(({ id }) => id === ownerId)?.name;
  const setOwner = (next: string | null) =>
    void changeMilestone(
      client,
      milestone,
      { ownerId: next },
      { said: "Owner changed", before: { ownerId } },
    ).catch(sayProblem);
  return (
    <li className={`${classes.line} ${parentId ? classes.minor : ""}`}>
      <Diamond state={sign.state} waiting={sign.waiting} label={sign.word} />
      <span className={classes.what}>
        <Link to={`/m/${ref}` as "/"} className={classes.title}>
          {`M${number} ${title}`}
        </Link>
        <span className={classes.facts}>
          {[
            STATE_NAMES[state],
            criteria.length > 0 ? `${criteriaMet} of ${criteria.length} criteria met` : "no done-when yet",
            cards.count > 0 ? "" : "no cards yet",
          ]
            .filter(Boolean)
            .join(" · ")}
          {cards.count > 0 ? (
            <button
              type="button"
              className={classes.unfold}
              aria-expanded={unfolded}
              aria-label={`${cards.done} of ${cards.count} cards done: ${title}`}
              onClick={() => setUnfolded(!unfolded)}
            >
              {`${cards.done} of ${cards.count} cards done`}
              <IconChevronDown size={14} aria-hidden />
            </button>
          ) : null}
        </span>
      </span>
      <span className={classes.field}>
        {may ? <DateField milestone={milestone} /> : <DateWords milestone={milestone} today={plan.today} />}
      </span>
      <span className={classes.field}>
        {may ? (
          <Select
            size="xs"
            aria-label={`Owner of ${title}`}
            placeholder="No owner"
            clearable
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerId}
            onChange={setOwner}
          />
        ) : (
          <Text size="sm">{owner ?? "No owner"}</Text>
        )}
      </span>
      <span className={classes.menu}>
        <MilestoneMenu milestone={milestone} mayPlan={plan.project.may.editPlan} />
      </span>
      {unfolded ? (
        <div className={classes.activities}>
          <Activities milestone={milestone} />
        </div>
      ) : null}
    </li>
  );
}

function DateWords({ milestone, today }: { milestone: Milestone; today: string }) {
  const day = milestone.reachedOn ?? milestone.targetOn;
  return day ? <time dateTime={day}>{dayText(day, today)}</time> : <Text c="dimmed">No date</Text>;
}

/** Sent when the field is left, so that typing a year does not move the plan through the centuries. */
function DateField({ milestone }: { milestone: Milestone }) {
  const client = useQueryClient();
  const { targetOn, number, title } = milestone;
  const [typed, setTyped] = useState(targetOn ?? "");
  useEffect(() => setTyped(targetOn ?? ""), [targetOn]);
  const save = () => {
    if (typed === (targetOn ?? "")) return;
    const said = typed ? `M${number} moved to ${dayText(typed)}` : `M${number} has no date now`;
    changeDates(client, milestone, { targetOn: typed || null }, { said }).catch((error) => {
      setTyped(targetOn ?? "");
      sayProblem(error);
    });
  };
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label={`Target date of ${title}`}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
      }}
    />
  );
}
