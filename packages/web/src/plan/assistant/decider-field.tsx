import { Select, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { changeMilestone } from "../../lib/milestone-acts.ts";
import type { Milestone } from "../../lib/plan-query.ts";
import { giveRoles } from "../../lib/role-acts.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { approversOf } from "./fill-down.ts";

interface DeciderFieldProps {
  milestone: Milestone;
  /** The client's people. */
  contacts: readonly { id: string; name: string }[];
}

const OWNER = "owner";

/** Who says that it is reached: somebody of the client, or its owner. */
export function DeciderField({ milestone, contacts }: DeciderFieldProps) {
  const client = useQueryClient();
  const { clientApproval, roles } = milestone;
  const approvers = approversOf(milestone);
  const names = contacts.filter(({ id }) => approvers.some(({ personId }) => personId === id));
  if (names.length > 1) return <Text size="sm">{names.map(({ name }) => name).join(", ")}</Text>;
  const decide = async (next: string | null) => {
    if (next === null) return;
    const clientDecides = next !== OWNER;
    if (clientDecides !== clientApproval)
      await changeMilestone(
        client,
        milestone,
        { clientApproval: clientDecides },
        { said: "Approval changed", before: { clientApproval } },
      );
    if (!clientDecides) return;
    const others = roles.filter(({ role }) => role !== "approver");
    await giveRoles(
      client,
      milestone,
      [...others, { personId: next, role: "approver", part: "" }],
      "Decider named",
    );
  };
  return (
    <Select
      label="Who decides"
      size="sm"
      placeholder="Nobody yet"
      allowDeselect={false}
      data={[
        { value: OWNER, label: "Its owner" },
        ...contacts.map(({ id, name }) => ({ value: id, label: `${name} (client)` })),
      ]}
      value={clientApproval ? (names[0]?.id ?? null) : OWNER}
      onChange={(next) => void decide(next).catch(sayProblem)}
    />
  );
}
