import { Select, Text } from "@mantine/core";
import { shortDay } from "../lib/dates.ts";
import { LoadCell } from "./load-cell.tsx";
import type { Opened } from "./load-grid.tsx";
import { ShareMenu } from "./share-menu.tsx";
import type { Workload } from "./workload.api.ts";
import classes from "./workload.module.css";

interface PersonWeeksProps {
  view: Workload;
  personId: string;
  onPerson: (personId: string) => void;
  onOpen: (opened: Opened) => void;
}

/** On a phone: one person at a time, week below week. */
export function PersonWeeks({ view, personId, onPerson, onOpen }: PersonWeeksProps) {
  const person = view.people.find(({ id }) => id === personId) ?? view.people[0];
  if (!person) return null;
  return (
    <>
      <Select
        label="Person"
        mb="sm"
        allowDeselect={false}
        data={view.people.map(({ id, name }) => ({ value: id, label: name }))}
        value={person.id}
        onChange={(next) => next && onPerson(next)}
      />
      <ShareMenu person={person} view={view} words="Part of the time for a project" />
      <ul className={classes.weeks}>
        {person.cells.map((cell) => (
          <li key={cell.weekOn}>
            <Text size="sm" c="dimmed">
              {cell.weekOn <= view.today ? "This week" : `Week of ${shortDay(cell.weekOn)}`}
            </Text>
            <LoadCell
              name={person.name}
              cell={cell}
              place={cell.weekOn}
              reached
              onOpen={() => onOpen({ person, cell })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
