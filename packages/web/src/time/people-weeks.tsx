import { Text, Title } from "@mantine/core";
import { dayText, shortDay } from "../lib/dates.ts";
import { workedText } from "../lib/minutes.ts";
import type { ProjectTime } from "./time.api.ts";
import classes from "./time.module.css";

const MOST_WEEKS = 12;

/** Who worked how much in which week, the last ones first to be seen. */
export function PeopleWeeks({ time: { people, weeks } }: { time: ProjectTime }) {
  const shown = weeks.slice(-MOST_WEEKS);
  if (shown.length === 0) return null;
  const earlier = weeks.slice(0, -MOST_WEEKS).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section aria-label="By person and week">
      <Title order={2} size="h3" mb={4}>
        Weeks
      </Title>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label="Time by person and week">
          <thead>
            <tr>
              <th scope="col">Person</th>
              {shown.map(({ weekOn }) => (
                <th key={weekOn} scope="col" title={`Week of ${dayText(weekOn)}`}>
                  {shortDay(weekOn)}
                </th>
              ))}
              <th scope="col">Sum</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                {shown.map((week) => (
                  <td key={week.weekOn}>
                    {textOf(week.people.find(({ personId }) => personId === person.id)?.minutes)}
                  </td>
                ))}
                <td className={classes.sum}>{workedText(person.minutes)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              {shown.map(({ weekOn, minutes }) => (
                <td key={weekOn} className={classes.sum}>
                  {workedText(minutes)}
                </td>
              ))}
              <td className={classes.sum}>
                {workedText(weeks.reduce((sum, { minutes }) => sum + minutes, 0))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {earlier > 0 ? (
        <Text size="sm" c="dimmed" mt="xs">{`The sums hold ${workedText(earlier)} of earlier weeks.`}</Text>
      ) : null}
    </section>
  );
}

function textOf(minutes: number | undefined): string {
  return minutes ? workedText(minutes) : "–";
}
