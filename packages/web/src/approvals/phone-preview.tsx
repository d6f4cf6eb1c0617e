import { Button, Stack, Text, Title } from "@mantine/core";
import type { Project } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import type { ApprovalPreview, Snapshot } from "./approvals.api.ts";
import classes from "./approvals.module.css";

const SIGNS = { met: "☑", not_met: "☒" } as const;

/** What is frozen, as it stands on a phone. */
export function PhonePreview({ project, preview }: { project: Project; preview: ApprovalPreview }) {
  const { snapshot, hash } = preview;
  const { milestone, files, question, title, consequence, choices, kind } = snapshot;
  return (
    <Stack gap="xs" align="center">
      <Text size="sm" c="dimmed">
        Exactly this is frozen and shown. What changes afterwards needs a new version.
      </Text>
      <section className={classes.phone} aria-label="What the client will see">
        <Text size="sm" c="dimmed">
          {project.name}
        </Text>
        <Title order={3}>◈ {title}</Title>
        {question === title ? null : <Text fz="lg">{question}</Text>}
        {files.map(({ name, sha256 }) => (
          <Text key={sha256} size="sm">
            {name}
          </Text>
        ))}
        {milestone?.targetOn ? <Text size="sm">{dayText(milestone.targetOn)}</Text> : null}
        {milestone?.outcome ? <Text>{milestone.outcome}</Text> : null}
        {milestone && milestone.criteria.length > 0 ? (
          <>
            <Text fw={600}>Done when</Text>
            {milestone.criteria.map(({ id, text, answer }) => (
              <Text key={id}>
                <span aria-hidden="true">{answer ? SIGNS[answer] : "☐"} </span>
                {text}
              </Text>
            ))}
          </>
        ) : null}
        <PlanLines snapshot={snapshot} />
        {consequence ? <Text>If approved: {consequence}</Text> : null}
        {kind === "completion" && milestone?.priceMinor != null ? (
          <Text>If approved: {moneyText(milestone.priceMinor, snapshot.project.currency)} becomes due.</Text>
        ) : null}
        {choices.map(({ id, text }) => (
          <Text key={id}>○ {text}</Text>
        ))}
        <Stack gap="xs" mt="md" aria-hidden="true">
          <Button tabIndex={-1} component="span">
            {kind === "question" ? "Choose" : "Approve"}
          </Button>
          {kind === "question" ? null : (
            <Button tabIndex={-1} component="span" variant="default">
              Request changes
            </Button>
          )}
        </Stack>
      </section>
      <Text c="dimmed" className={classes.hash}>
        Fingerprint {hash}
      </Text>
    </Stack>
  );
}

function PlanLines({ snapshot: { plan } }: { snapshot: Snapshot }) {
  if (!plan) return null;
  return (
    <>
      <Text fw={600}>Milestones of publication {plan.publication}</Text>
      {plan.snapshot.milestones
        .filter(({ dropped }) => !dropped)
        .map(({ id, title, targetOn }) => (
          <Text key={id}>
            {title}
            {targetOn ? `: ${dayText(targetOn)}` : ""}
          </Text>
        ))}
    </>
  );
}
