import { Anchor, Button, Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";

const STONES = ["Brief agreed", "Design approved", "Content ready", "Launch", "Report read"];

interface GhostRoadProps {
  projectId: string;
  projectKey: string;
  mayPlan: boolean;
}

/** No stone yet: what a road could look like, and the first step. */
export function GhostRoad({ projectId, projectKey, mayPlan }: GhostRoadProps) {
  return (
    <Group justify="center" ta="center" py="lg">
      <div style={{ width: "100%", maxWidth: 760 }}>
        <svg viewBox="0 0 760 96" width="100%" role="img" aria-label={`An example: ${STONES.join(", ")}`}>
          <path
            d="M20 32H740"
            stroke="var(--mp-dim)"
            strokeWidth="2.5"
            strokeDasharray="1 8"
            strokeLinecap="round"
          />
          {STONES.map((name, index) => (
            <g key={name} transform={`translate(${76 + index * 152} 32)`}>
              <path
                d="M0 -14 14 0 0 14 -14 0Z"
                fill="var(--mp-paper)"
                stroke="var(--mp-control)"
                strokeWidth="2"
                strokeDasharray="4 3"
              />
              <text y="40" textAnchor="middle" fontSize="15" fill="var(--mp-dim)">
                {name}
              </text>
            </g>
          ))}
        </svg>
        <Title order={2} size="h3" mt="md" mb={4}>
          No milestone on this road yet
        </Title>
        <Text c="dimmed" maw={520} mx="auto" mb="md">
          A milestone is an outcome with a date: “Design approved” on a Friday in June, not “Design”. Five of
          them make a project easy to follow.
        </Text>
        {mayPlan ? (
          <Group justify="center">
            <Button onClick={() => openMilestoneDialog({ kind: "new", projectId, milestoneId: "" })}>
              Add your first milestone
            </Button>
            <Anchor component={Link} to={`/p/${projectKey}/assistant`}>
              Plan with the assistant
            </Anchor>
          </Group>
        ) : (
          <Text>The project's lead plans the milestones. They appear here.</Text>
        )}
      </div>
    </Group>
  );
}
