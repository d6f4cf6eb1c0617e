import { Text } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import type { NewDates } from "../lib/date-acts.ts";
import { dayText } from "../lib/dates.ts";
import { atMilestone } from "../lib/milestone-acts.ts";
import { moneyText } from "../lib/money.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { keys } from "../lib/query-keys.ts";

interface DateTouchesProps {
  plan: Plan;
  milestone: Milestone;
  to: NewDates;
}

/** What the dates mean outside the team: what the client still owes there, and what is paid later. */
export function DateTouches({ plan, milestone, to }: DateTouchesProps) {
  const { data } = useQuery(touchedQuery(milestone, to));
  if (!data) return null;
  const { clientItems, payments } = data;
  if (clientItems.length + payments.length === 0) return null;
  const numbers = new Map(plan.milestones.map(({ id, number }) => [id, `M${number}`]));
  const day = (on: string | null) => (on === null ? "no date" : dayText(on, plan.today));
  return (
    <div role="status">
      {clientItems.length > 0 ? (
        <>
          <Text size="sm" fw={600}>
            The client is asked for
          </Text>
          <ul style={{ margin: "2px 0", paddingLeft: 18 }}>
            {clientItems.map(({ id, title, milestoneId, dueOn }) => (
              <li key={id}>
                <Text size="sm">
                  {`${title} (${[numbers.get(milestoneId), dueOn && `due ${dayText(dueOn, plan.today)}`].filter(Boolean).join(", ")})`}
                </Text>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {payments.map(({ milestoneId, priceMinor, from, to: on }) => (
        <Text size="sm" key={milestoneId}>
          {`${moneyText(priceMinor, plan.project.currency)} with ${numbers.get(milestoneId)}: ${day(from)} → ${day(on)}`}
        </Text>
      ))}
    </div>
  );
}

const touchedQuery = ({ id, projectId }: Milestone, to: NewDates) =>
  queryOptions({
    queryKey: keys.project(projectId, "date-preview", id, JSON.stringify(to)),
    queryFn: () =>
      answer(api.POST("/api/v1/milestones/{milestoneId}/date-preview", { ...atMilestone(id), body: to })),
    placeholderData: keepPreviousData,
  });
