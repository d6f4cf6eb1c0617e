import { ActionIcon, Button, Group, Menu, SegmentedControl, Text, TextInput } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  addCriteria,
  answerCriterion,
  type Criterion,
  changeCriterion,
  removeCriterion,
} from "../lib/criteria-acts.ts";
import { momentText } from "../lib/dates.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { AddLine } from "../ui/add-line.tsx";
import { Form } from "../ui/form.tsx";
import classes from "./milestone.module.css";
import { Part } from "./part.tsx";

interface CriteriaProps {
  milestone: Milestone;
  mayPlan: boolean;
  mayWork: boolean;
}

/** Done when: what has to be true, and whether it is. */
export function Criteria({ milestone, mayPlan, mayWork }: CriteriaProps) {
  const client = useQueryClient();
  const { criteria } = milestone;
  const met = criteria.filter(({ answer }) => answer === "met").length;
  const open = isOpen(milestone);
  return (
    <Part
      title={criteria.length > 0 ? `Done when (${met} of ${criteria.length} met)` : "Done when"}
      anchor="criteria"
    >
      {criteria.length === 0 && !open ? <Text c="dimmed">Nothing was written.</Text> : null}
      {criteria.length === 0 && open ? (
        <div className={classes.missing}>
          <Text fw={600}>How will everybody know?</Text>
          <Text size="sm">Write down what has to be true, such as “14 pages have approved copy”.</Text>
        </div>
      ) : null}
      <ul className={classes.list}>
        {criteria.map((criterion, index) => (
          <CriterionLine
            key={criterion.id}
            milestone={milestone}
            criterion={criterion}
            index={index}
            mayPlan={mayPlan && open}
            mayWork={mayWork && open}
          />
        ))}
      </ul>
      {mayPlan && open ? (
        <AddLine
          label="Add a criterion"
          placeholder="What has to be true?"
          onAdd={(text) => addCriteria(client, milestone, [text])}
          many={{
            offer: (lines) => `Add ${lines.length} criteria`,
            onAdd: (lines) =>
              addCriteria(
                client,
                milestone,
                lines.map(({ text }) => text),
              ),
          }}
        />
      ) : null}
    </Part>
  );
}

interface CriterionLineProps extends CriteriaProps {
  criterion: Criterion;
  index: number;
}

function CriterionLine({ milestone, criterion, index, mayPlan, mayWork }: CriterionLineProps) {
  const client = useQueryClient();
  const names = usePeopleNames(milestone.projectId);
  const [rewording, setRewording] = useState(false);
  const { text, answer, answeredBy, answeredAt } = criterion;
  if (rewording) return <Reword criterion={criterion} onClose={() => setRewording(false)} />;
  const set = (value: string) => {
    const next = value === "met" || value === "not_met" ? value : null;
    answerCriterion(client, milestone, criterion, next).catch(sayProblem);
  };
  return (
    <li className={classes.line}>
      <div className={classes.grow}>
        <Text>{text}</Text>
        {answer && answeredAt ? (
          <Text size="xs" c="dimmed">
            {`${answer === "met" ? "Met" : "Not met"}, ${names.get(answeredBy ?? "") ?? "somebody"}, ${momentText(answeredAt)}`}
          </Text>
        ) : null}
        {answer ? <Evidence milestone={milestone} criterion={criterion} mayWork={mayWork} /> : null}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={`Is it met: ${text}`}
        disabled={!mayWork}
        value={answer ?? "open"}
        onChange={set}
        data={[
          { value: "open", label: "Open" },
          { value: "met", label: "Met" },
          { value: "not_met", label: "Not met" },
        ]}
      />
      {mayPlan ? (
        <CriterionMenu
          milestone={milestone}
          criterion={criterion}
          index={index}
          onReword={() => setRewording(true)}
        />
      ) : null}
    </li>
  );
}

interface CriterionMenuProps {
  milestone: Milestone;
  criterion: Criterion;
  index: number;
  onReword: () => void;
}

function CriterionMenu({ milestone, criterion, index, onReword }: CriterionMenuProps) {
  const client = useQueryClient();
  const { criteria } = milestone;
  const put = (after: string | null) => changeCriterion(client, criterion, { after }).catch(sayProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More about: ${criterion.text}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onReword}>Reword</Menu.Item>
        {index > 0 ? (
          <Menu.Item onClick={() => put(criteria[index - 2]?.id ?? null)}>Move up</Menu.Item>
        ) : null}
        {index < criteria.length - 1 ? (
          <Menu.Item onClick={() => put(criteria[index + 1]?.id ?? null)}>Move down</Menu.Item>
        ) : null}
        <Menu.Item
          c="var(--mp-off-track)"
          onClick={() => removeCriterion(client, milestone, criterion).catch(sayProblem)}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Reword({ criterion, onClose }: { criterion: Criterion; onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText] = useState(criterion.text);
  const save = () =>
    changeCriterion(client, criterion, { text: text.trim() }).then(onClose).catch(sayProblem);
  return (
    <li className={classes.line}>
      <Form onSend={save} className={classes.grow}>
        <TextInput
          aria-label="Criterion"
          autoFocus
          value={text}
          maxLength={500}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group gap="xs" mt={6}>
          <Button type="submit" size="compact-sm" disabled={text.trim() === ""}>
            Save
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Cancel
          </Button>
          {criterion.answer ? (
            <Text size="xs" c="dimmed">
              New words clear its answer.
            </Text>
          ) : null}
        </Group>
      </Form>
    </li>
  );
}

function Evidence({
  milestone,
  criterion,
  mayWork,
}: {
  milestone: Milestone;
  criterion: Criterion;
  mayWork: boolean;
}) {
  const client = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  if (text === null)
    return (
      <Group gap="xs">
        {criterion.evidence ? <Text size="sm">{criterion.evidence}</Text> : null}
        {mayWork ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setText(criterion.evidence)}>
            {criterion.evidence ? "Change evidence" : "Add evidence"}
          </Button>
        ) : null}
      </Group>
    );
  const save = () =>
    answerCriterion(client, milestone, criterion, criterion.answer, text.trim())
      .then(() => setText(null))
      .catch(sayProblem);
  return (
    <Form onSend={save}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          aria-label={`Evidence for: ${criterion.text}`}
          placeholder="A link, a count, who saw it"
          autoFocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" size="compact-xs">
          Save
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setText(null)}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}
