import { ActionIcon, Anchor, Button, Checkbox, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import {
  addDeliverable,
  type Deliverable,
  type Kind,
  removeDeliverable,
  takeBack,
} from "./deliverable-acts.ts";
import { HandIn } from "./hand-in.tsx";
import classes from "./milestone.module.css";
import { Part } from "./part.tsx";

interface DeliverablesProps {
  milestone: Milestone;
  mayPlan: boolean;
  mayWork: boolean;
}

const KIND_NAMES: Record<Kind, string> = { file: "A file", link: "A link", text: "A text" };

/** What has to be handed in, and what submitting still waits for. */
export function Deliverables({ milestone, mayPlan, mayWork }: DeliverablesProps) {
  const { deliverables } = milestone;
  const open = isOpen(milestone);
  const missing = deliverables.filter(({ required, deliveredAt }) => required && !deliveredAt).length;
  const adding = useInPlace();
  return (
    <Part
      title="To hand in"
      anchor="deliverables"
      action={
        mayPlan && open && !adding.isOpen ? (
          <Button size="compact-sm" variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
            Add
          </Button>
        ) : null
      }
    >
      {missing > 0 && open ? (
        <Text size="sm" c="var(--mp-at-risk)">
          {`Submitting still needs ${missing} of these.`}
        </Text>
      ) : null}
      {deliverables.length === 0 && !adding.isOpen ? (
        <Text c="dimmed">Nothing has to be handed in.</Text>
      ) : null}
      <ul className={classes.list}>
        {deliverables.map((deliverable) => (
          <DeliverableLine
            key={deliverable.id}
            milestone={milestone}
            deliverable={deliverable}
            mayPlan={mayPlan && open}
            mayWork={mayWork && open}
          />
        ))}
      </ul>
      {adding.isOpen ? <AddDeliverable milestone={milestone} onClose={adding.close} /> : null}
    </Part>
  );
}

interface LineProps extends DeliverablesProps {
  deliverable: Deliverable;
}

function DeliverableLine({ milestone, deliverable, mayPlan, mayWork }: LineProps) {
  const client = useQueryClient();
  const names = usePeopleNames(milestone.projectId);
  const handing = useInPlace();
  const { title, kind, required, deliveredAt, deliveredBy } = deliverable;
  return (
    <li className={classes.line}>
      <div className={classes.grow}>
        <Text>{title}</Text>
        <Text size="xs" c="dimmed">
          {`${KIND_NAMES[kind]}${required ? ", needed to submit" : ""}`}
          {deliveredAt
            ? ` · handed in by ${names.get(deliveredBy ?? "") ?? "somebody"}, ${momentText(deliveredAt)}`
            : ""}
        </Text>
        <Content deliverable={deliverable} />
        {handing.isOpen ? (
          <HandIn milestone={milestone} deliverable={deliverable} onClose={handing.close} />
        ) : null}
      </div>
      {mayWork && !handing.isOpen ? (
        <Button
          size="compact-sm"
          variant="default"
          autoFocus={handing.hasReturned}
          aria-label={`${deliveredAt ? "Take back" : "Hand in"} ${title}`}
          onClick={() => (deliveredAt ? takeBack(client, deliverable).catch(sayProblem) : handing.open())}
        >
          {deliveredAt ? "Take back" : "Hand in"}
        </Button>
      ) : null}
      {mayPlan ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Remove ${title}`}
          onClick={() => removeDeliverable(client, milestone, deliverable).catch(sayProblem)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function Content({ deliverable: { url, text, fileId } }: { deliverable: Deliverable }) {
  if (url)
    return (
      <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm">
        {url}
      </Anchor>
    );
  if (fileId) return <Text size="sm">It is among the files below.</Text>;
  return text ? (
    <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
      {text}
    </Text>
  ) : null;
}

function AddDeliverable({ milestone, onClose }: { milestone: Milestone; onClose: () => void }) {
  const client = useQueryClient();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<Kind>("file");
  const [required, setRequired] = useState(true);
  const { submit, busy, problem } = useSubmit(async () => {
    await addDeliverable(client, milestone, { title: title.trim(), kind, required });
    setTitle("");
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs">
        <Group align="flex-end" gap="xs">
          <TextInput
            label="What"
            placeholder="Final logo as SVG"
            style={{ flex: 1, minWidth: 200 }}
            autoFocus
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Select
            label="As"
            w={130}
            allowDeselect={false}
            data={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
            value={kind}
            onChange={(value) => setKind(value === "link" || value === "text" ? value : "file")}
          />
        </Group>
        <Checkbox
          label="Submitting needs it"
          checked={required}
          onChange={({ currentTarget }) => setRequired(currentTarget.checked)}
        />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={busy} disabled={title.trim() === ""}>
            Add
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
