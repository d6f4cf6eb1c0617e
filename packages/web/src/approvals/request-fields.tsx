import { Checkbox, MultiSelect, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Project } from "../lib/current-project.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { KIND_NAMES } from "./approval-words.ts";
import { type Kind, shownFilesQuery, type Wanted } from "./approvals.api.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import { type Filled, needsMilestone } from "./request-draft.ts";

interface RequestFieldsProps {
  project: Project;
  milestones: readonly Milestone[];
  approvers: readonly { id: string; name: string }[];
  filled: Filled & { deciders: string[] };
  change: (next: Partial<Filled>) => void;
  wrong: (field: string) => string | undefined;
}

const KINDS = Object.keys(KIND_NAMES).filter((kind): kind is Kind => kind in KIND_NAMES);
const RULES: readonly { value: Wanted["rule"]; label: string }[] = [
  { value: "any", label: "Any one of them decides" },
  { value: "all", label: "All of them have to approve" },
  { value: "order", label: "One after the other, in this order" },
];

export function RequestFields(props: RequestFieldsProps) {
  const { project, milestones, filled, change, wrong } = props;
  const { kind, milestoneId, question, consequence, dueOn } = filled;
  return (
    <Stack gap="sm">
      <Select
        label="What is asked"
        data={KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => change({ kind: KINDS.find((one) => one === value) ?? kind })}
      />
      {kind === "plan" ? null : (
        <Select
          label={needsMilestone(kind) ? "Milestone" : "Milestone it is about"}
          description="Those that the client sees."
          clearable={!needsMilestone(kind)}
          data={milestones.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
          value={milestoneId === "" ? null : milestoneId}
          error={wrong("milestoneId")}
          onChange={(value) => change({ milestoneId: value ?? "", fileIds: [], deciders: null })}
        />
      )}
      {kind === "plan" ? (
        <Text size="sm" c="dimmed">
          The plan is asked about as it was published last.
        </Text>
      ) : (
        <Files project={project} filled={filled} change={change} />
      )}
      <TextInput
        label="The question, in one sentence"
        required
        data-autofocus
        maxLength={500}
        value={question}
        error={wrong("question")}
        onChange={({ currentTarget }) => change({ question: currentTarget.value })}
      />
      {kind === "question" ? (
        <ChoiceFields choices={filled.choices} onChange={(choices) => change({ choices })} />
      ) : (
        <TextInput
          label="What follows if they approve"
          description="For example: the build starts. What becomes due is said by itself."
          maxLength={500}
          value={consequence}
          onChange={({ currentTarget }) => change({ consequence: currentTarget.value })}
        />
      )}
      <Deciders {...props} />
      <TextInput
        type="date"
        label="Decide by"
        description="Reminders go out two working days before and on the day; three days after, you are told."
        maw={360}
        value={dueOn}
        error={wrong("dueOn")}
        onChange={({ currentTarget }) => change({ dueOn: currentTarget.value })}
      />
    </Stack>
  );
}

function Files({ project, filled, change }: Pick<RequestFieldsProps, "project" | "filled" | "change">) {
  const { data } = useQuery(shownFilesQuery(project.id, filled.milestoneId || null));
  const shown = data?.items.filter(({ audience }) => audience === "client") ?? [];
  if (shown.length === 0)
    return filled.kind === "files" ? (
      <Text size="sm" c="dimmed">
        No file here is one that the client can see. Add one under “Client talk” or its files first.
      </Text>
    ) : null;
  return (
    <Checkbox.Group
      label="Files"
      description="Frozen in the version that they have now."
      value={filled.fileIds}
      onChange={(fileIds) => change({ fileIds })}
    >
      <Stack gap={6} mt={6}>
        {shown.map(({ id, name, versions }) => (
          <Checkbox key={id} value={id} label={`${name}, version ${versions[0]?.n ?? 1}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Deciders({
  approvers,
  filled,
  change,
  wrong,
}: Pick<RequestFieldsProps, "approvers" | "filled" | "change" | "wrong">) {
  if (approvers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nobody of the client is an approver of this project yet. Give somebody that part on the head page.
      </Text>
    );
  return (
    <>
      <MultiSelect
        label="Who decides"
        data={approvers.map(({ id, name }) => ({ value: id, label: name }))}
        value={filled.deciders}
        error={wrong("deciders")}
        onChange={(deciders) => change({ deciders })}
      />
      {filled.deciders.length > 1 && filled.kind !== "question" ? (
        <Radio.Group
          label="By which rule"
          value={filled.rule}
          onChange={(value) => change({ rule: RULES.find((one) => one.value === value)?.value ?? "any" })}
        >
          <Stack gap={6} mt={6}>
            {RULES.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
    </>
  );
}
