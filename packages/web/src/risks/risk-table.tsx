import { ActionIcon, Button, Group, Table, Text, VisuallyHidden } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { hasFormDraft } from "../lib/form-draft.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Plan, Risk } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { changeRisk, trashRisk } from "./risk-acts.ts";
import { impactText } from "./risk-effect.ts";
import { RiskForm } from "./risk-form.tsx";
import classes from "./risks.module.css";

/** The register as a table; on a phone each risk is a card. */
export function RiskTable({ plan, risks }: { plan: Plan; risks: readonly Risk[] }) {
  return (
    <Table className={classes.table} aria-label="Risks by effect" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Risk</Table.Th>
          <Table.Th scope="col">Effect</Table.Th>
          <Table.Th scope="col">Chance</Table.Th>
          <Table.Th scope="col">Costs</Table.Th>
          <Table.Th scope="col">Owner</Table.Th>
          <Table.Th scope="col">Touches</Table.Th>
          <Table.Th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {risks.map((risk) => (
          <RiskRow key={risk.id} plan={plan} risk={risk} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RiskRow({ plan, risk }: { plan: Plan; risk: Risk }) {
  const client = useQueryClient();
  const draft = `risk.${risk.id}`;
  const [editing, setEditing] = useState(() => hasFormDraft(draft));
  const names = usePeopleNames(plan.project.id);
  if (editing)
    return (
      <Table.Tr>
        <Table.Td colSpan={7}>
          <RiskForm
            plan={plan}
            risk={risk}
            draft={draft}
            action="Save"
            onSave={(_words, changes) => changeRisk(client, risk, changes)}
            onClose={() => setEditing(false)}
          />
        </Table.Td>
      </Table.Tr>
    );
  const { title, trigger, response, status, chance, effectDays, ownerId, audience } = risk;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={450}>
        <Text fw={550} style={{ overflowWrap: "anywhere" }}>
          {title}
        </Text>
        {trigger ? <Text size="sm" c="dimmed">{`Seen by: ${trigger}`}</Text> : null}
        <Text size="sm" {...(response ? {} : { c: "var(--mp-at-risk)" })}>
          {response ? `Response: ${response}` : "No response yet"}
        </Text>
        {status === "closed" || audience === "client" ? (
          <Text size="xs" c="dimmed">
            {[
              ...(status === "closed" ? ["Closed"] : []),
              ...(audience === "client" ? ["The client sees it"] : []),
            ].join(" · ")}
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td data-label="Effect" className="mp-tabular" fw={600}>{`${effectDays} d`}</Table.Td>
      <Table.Td data-label="Chance" className="mp-tabular">{`${chance} %`}</Table.Td>
      <Table.Td data-label="Costs" className="mp-tabular">
        {impactText(risk.impactLow, risk.impactLikely, risk.impactHigh)}
      </Table.Td>
      <Table.Td data-label="Owner">{names.get(ownerId ?? "") ?? "Nobody"}</Table.Td>
      <Table.Td data-label="Touches">
        <Touched plan={plan} risk={risk} />
      </Table.Td>
      <Table.Td>
        {plan.project.may.editPlan ? (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Edit ${title}`}
              onClick={() => setEditing(true)}
            >
              Edit
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={`Put ${title} into the trash`}
              onClick={() => trashRisk(client, risk).catch(sayProblem)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

function Touched({ plan, risk }: { plan: Plan; risk: Risk }) {
  const touched = plan.milestones.filter(({ id }) => risk.milestoneIds.includes(id));
  if (touched.length === 0) return <Text c="dimmed">None named</Text>;
  return (
    <Group gap={6}>
      {touched.map(({ id, ref, number, title }) => (
        <Link key={id} to={`/m/${ref}` as "/"} title={title} aria-label={`M${number} ${title}`}>
          {`M${number}`}
        </Link>
      ))}
    </Group>
  );
}
