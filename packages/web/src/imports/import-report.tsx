import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { basePath } from "../lib/workspace.ts";
import { type Count, Counts } from "./counts.tsx";
import type { Report } from "./imports.api.ts";
import { LeftOut } from "./left-out.tsx";

/** What came in, what was here, what stayed behind; and the way to the board. */
export function ImportReport({ report, onAgain }: { report: Report; onAgain: () => void }) {
  const { project, added, already, deleted } = report;
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <Stack gap="lg">
      <Text ref={said} tabIndex={-1} role="status" size="lg">
        {project.isNew
          ? `${project.name} is here as a new project.`
          : `${project.name} has what was new in the file.`}
        {already > 0 ? ` Cards that were here already and stay as they are: ${already}.` : ""}
        {deleted > 0 ? ` Cards that were deleted here and are not brought back: ${deleted}.` : ""}
      </Text>
      <Counts label="Added" none="Nothing was added." counts={countsOf(added)} />
      <LeftOut leftOut={report.leftOut} notes={report.notes} />
      <Group>
        <Button component="a" href={`${basePath().replace(/\/$/, "")}/p/${project.key.toLowerCase()}/board`}>
          Open the board
        </Button>
        <Button variant="default" onClick={onAgain}>
          Import another file
        </Button>
      </Group>
    </Stack>
  );
}

function countsOf(added: Report["added"]): Count[] {
  return [
    [added.cards, "card", "cards"],
    [added.archivedCards, "archived card", "archived cards"],
    [added.columns, "column", "columns"],
    [added.milestones, "milestone", "milestones"],
    [added.checklistItems, "checklist item", "checklist items"],
    [added.comments, "comment", "comments"],
    [added.links, "link", "links"],
    [added.labels, "label", "labels"],
    [added.customFields, "custom field", "custom fields"],
    [added.assignments, "assignment", "assignments"],
  ];
}
