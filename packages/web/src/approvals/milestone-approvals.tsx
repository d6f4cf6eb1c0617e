import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useManages, useProject } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { stateText } from "./approval-words.ts";
import { type Approval, approvalsQuery } from "./approvals.api.ts";
import { RequestDialog } from "./request-dialog.tsx";

/** The approvals line of a milestone, and the way to the next one (R). */
export function MilestoneApprovals({ milestone }: { milestone: Milestone }) {
  const project = useProject();
  const manages = useManages();
  const [asking, setAsking] = useState(false);
  const { data: approvals = [] } = useQuery(approvalsQuery(project.id));
  const own = approvals.filter((each) => each.milestone?.id === milestone.id);
  const mayAsk = manages && project.clientId !== null && isOpen(milestone) && milestone.audience === "client";
  const keys = useMemo(() => [{ keys: "r", label: "Ask for a decision", run: () => setAsking(true) }], []);
  useKeys("Milestone approvals", keys, { when: mayAsk });
  if (own.length === 0 && !mayAsk) return null;
  return (
    <section aria-labelledby="approvals">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h4" id="approvals">
          Approvals
        </Title>
        {mayAsk ? (
          <Button size="compact-sm" variant="default" title="R" onClick={() => setAsking(true)}>
            Ask for a decision
          </Button>
        ) : null}
      </Group>
      <Stack gap={4}>
        {own.slice(0, 5).map((each) => (
          <Text key={each.id} size="sm">
            {lineOf(each)}
          </Text>
        ))}
        {own.length > 0 ? (
          <Anchor component={Link} to={`/p/${project.key.toLowerCase()}/approvals` as "/"} size="sm">
            All approvals
          </Anchor>
        ) : null}
      </Stack>
      {asking ? (
        <RequestDialog project={project} milestone={milestone} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
}

/** "Version 3 sent Wed 3 Jun · opened · waiting 6 working days". */
function lineOf(approval: Approval): string {
  const { round, opensAt, people } = approval;
  const opened = people.some(({ openedAt }) => openedAt !== null);
  return [
    `Version ${round} sent ${momentText(opensAt)}`,
    ...(opened ? ["opened"] : []),
    stateText(approval).replace(/^W/, "w"),
  ].join(" · ");
}
