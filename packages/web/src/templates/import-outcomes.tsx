import { Alert, CloseButton, Group, List, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { inWords } from "../lib/problem.ts";
import { placed } from "../ui/pasted-lines.tsx";
import { type FilePart, leftOutText, refusedParts } from "./left-out.ts";
import type { Outcome } from "./use-imports.ts";

interface ImportOutcomesProps {
  outcomes: readonly Outcome[];
  onClose: () => void;
}

/** What came of each file, with what could not be read and why: never hidden behind a message that goes away. */
export function ImportOutcomes({ outcomes, onClose }: ImportOutcomesProps) {
  return (
    <Group role="status" align="flex-start" wrap="nowrap" gap="xs" mb={outcomes.length > 0 ? "md" : 0}>
      <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
        {placed(outcomes).map((outcome) => (
          <OneOutcome key={outcome.place} outcome={outcome} />
        ))}
      </Stack>
      {outcomes.length > 0 ? <CloseButton aria-label="Close what was imported" onClick={onClose} /> : null}
    </Group>
  );
}

function OneOutcome({ outcome }: { outcome: Outcome }) {
  if ("problem" in outcome) {
    const { title, message } = inWords(outcome.problem);
    return (
      <Alert color="red" variant="light" title={`${outcome.file}: ${title}`}>
        {message}
        <Parts parts={refusedParts(outcome.problem)} />
      </Alert>
    );
  }
  const { template, leftOut } = outcome.taken;
  return (
    <Alert color={leftOut.length > 0 ? "yellow" : "brand"} variant="light">
      <Text>
        <Link to="/templates/$templateId" params={{ templateId: template.id }}>
          {template.name}
        </Link>
        {` is among your own now, with ${counted(template.milestones, "milestone")}.`}
      </Text>
      {leftOut.length > 0 ? (
        <Text mt="xs">{`${leftOut.length === 1 ? "One part" : `${leftOut.length} parts`} of the file could not be taken over as written. All else was:`}</Text>
      ) : null}
      <Parts parts={leftOut} />
    </Alert>
  );
}

/** As many as the eye goes through. */
const SHOWN = 20;

function Parts({ parts }: { parts: readonly FilePart[] }) {
  if (parts.length === 0) return null;
  return (
    <List size="sm" mt={4}>
      {placed(parts.slice(0, SHOWN)).map(({ place, ...part }) => (
        <List.Item key={place}>{leftOutText(part)}</List.Item>
      ))}
      {parts.length > SHOWN ? <List.Item>{`and ${parts.length - SHOWN} more`}</List.Item> : null}
    </List>
  );
}
