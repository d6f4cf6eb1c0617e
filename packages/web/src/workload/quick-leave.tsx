import { Button, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { refreshAvailability } from "../lib/availability-news.ts";
import { addDays, dayText } from "../lib/dates.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";

interface Span {
  label: string;
  fromOn: string;
  toOn: string;
}

interface Days {
  today: string;
  weekOn: string;
}

/** Own time off in two clicks: the menu, then the days. */
export function QuickLeave(days: Days) {
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">Take time off</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <LeaveItems {...days} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The days that one is most often away, in any menu. */
export function LeaveItems({ today, weekOn }: Days) {
  const client = useQueryClient();
  const refresh = () => refreshAvailability(client);
  const take = async ({ fromOn, toOn }: Span) => {
    const made = await answer(
      api.POST("/api/v1/days-off", { body: { fromOn, toOn, part: "day", reason: "" } }),
    );
    await refresh();
    const said = fromOn === toOn ? dayText(fromOn) : `${dayText(fromOn)} to ${dayText(toOn)}`;
    offerUndo(`You are away ${said}.`, async () => {
      await answer(api.DELETE("/api/v1/days-off/{daysOffId}", { params: { path: { daysOffId: made.id } } }));
      await refresh();
    });
  };
  return (
    <>
      {spansOf(today, weekOn).map((span) => (
        <Menu.Item key={span.label} onClick={() => void take(span).catch(sayProblem)}>
          {span.label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item component={Link} to="/settings/time">
        Other days, hours and holidays…
      </Menu.Item>
    </>
  );
}

function spansOf(today: string, weekOn: string): Span[] {
  const tomorrow = addDays(today, 1);
  const next = addDays(weekOn, 7);
  return [
    { label: `Today, ${dayText(today)}`, fromOn: today, toOn: today },
    { label: `Tomorrow, ${dayText(tomorrow)}`, fromOn: tomorrow, toOn: tomorrow },
    { label: "The rest of this week", fromOn: today, toOn: addDays(weekOn, 6) },
    { label: `Next week, from ${dayText(next)}`, fromOn: next, toOn: addDays(next, 6) },
  ];
}
