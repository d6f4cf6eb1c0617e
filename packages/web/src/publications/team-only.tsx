import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { showToClient, type TeamMilestone } from "./publications.api.ts";
import classes from "./publications.module.css";

interface TeamOnlyProps {
  projectId: string;
  milestones: readonly TeamMilestone[];
}

/** Milestones that stay with the team, each one click away from the client. */
export function TeamOnly({ projectId, milestones }: TeamOnlyProps) {
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit((chosen: readonly TeamMilestone[]) =>
    showToClient(client, projectId, chosen),
  );
  if (milestones.length === 0) return <Text c="dimmed">The client sees every milestone.</Text>;
  return (
    <>
      <ul className={classes.rows}>
        {milestones.map((each) => (
          <li key={each.id} className={classes.row}>
            <div className={classes.rowText}>
              <Link
                to={`/m/${each.ref}` as "/"}
              >{`${each.ref.slice(each.ref.lastIndexOf("-") + 1)} ${each.title}`}</Link>
              <Text size="sm" c="dimmed">
                {each.targetOn === null ? "No date yet" : dayText(each.targetOn)}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              aria-label={`Show “${each.title}” to the client`}
              onClick={() => void submit([each])}
            >
              Show to client
            </Button>
          </li>
        ))}
      </ul>
      {milestones.length > 1 ? (
        <Group mt="sm">
          <Button variant="default" loading={busy} onClick={() => void submit(milestones)}>
            Show all to client
          </Button>
        </Group>
      ) : null}
      <Refusal problem={problem} />
    </>
  );
}
