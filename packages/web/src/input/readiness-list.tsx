import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Project } from "../lib/current-project.ts";
import type { Readiness } from "./input.api.ts";
import classes from "./input.module.css";

type Item = Readiness["items"][number];

const NAMES: Record<Item["code"], string> = {
  outcome: "Outcome",
  objectives: "Objectives with a measure",
  scope: "Scope",
  schedule: "Schedule",
  availability: "Availability of everybody with work in it",
  roles: "A part for everybody",
  findings: "Nothing that blocks",
};

/** What a client should find in the plan; each gap with the way to where it is closed. */
export function ReadinessList({ project, readiness }: { project: Project; readiness: Readiness }) {
  return (
    <ul className={classes.list}>
      {readiness.items.map((item) => (
        <li key={item.code} className={classes.ready}>
          {item.gaps.length === 0 ? (
            <IconCheck size={18} aria-label="there" className={classes.there} />
          ) : (
            <IconAlertTriangle size={18} aria-label="missing" className={classes.missing} />
          )}
          <div>
            <Text fw={600}>{NAMES[item.code]}</Text>
            {item.gaps.map((gap) => (
              <Text key={gap} size="sm">
                {gap}
              </Text>
            ))}
            {item.gaps.length > 0 ? (
              <Text size="sm">
                <Link to={placeOf(project, item.place) as "/"}>{WAYS[item.place]}</Link>
              </Text>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

const WAYS: Record<Item["place"], string> = {
  plan: "Open the plan",
  people: "Give people a part in the project",
  availability: "Say when they work",
};

function placeOf({ key }: Project, place: Item["place"]): string {
  const project = `/p/${key.toLowerCase()}`;
  if (place === "availability") return "/workload";
  return place === "people" ? `${project}/edit#people` : `${project}/plan`;
}
