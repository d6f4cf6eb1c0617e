import { Button, Switch } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useProject } from "../lib/current-project.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { createRisk } from "./risk-acts.ts";
import { NEW_RISK, RiskForm } from "./risk-form.tsx";
import { RiskTable } from "./risk-table.tsx";

/** The risk register: what threatens the dates most comes first. */
export function RisksPage() {
  const { id, name } = useProject();
  useTitle("Risks", name);
  const client = useQueryClient();
  const plan = useSuspenseQuery(planQuery(id)).data;
  const draft = `risk.new.${id}`;
  const [adding, setAdding] = useState(() => hasFormDraft(draft));
  const [closed, setClosed] = useState(false);
  const mayPlan = plan.project.may.editPlan;
  const shown = plan.risks.filter(({ status }) => closed || status === "open");
  const hasClosed = plan.risks.some(({ status }) => status === "closed");
  const add = (
    <Button onClick={() => setAdding(true)} disabled={adding}>
      Add a risk
    </Button>
  );
  return (
    <Page
      title="Risks"
      lead="Sorted by effect: chance times the days it would cost."
      actions={mayPlan && plan.risks.length > 0 ? add : null}
    >
      {adding ? (
        <RiskForm
          plan={plan}
          risk={NEW_RISK}
          draft={draft}
          action="Add risk"
          onSave={(words) => createRisk(client, id, words)}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {hasClosed ? (
        <Switch
          mb="sm"
          label="Show closed ones"
          checked={closed}
          onChange={({ currentTarget }) => setClosed(currentTarget.checked)}
        />
      ) : null}
      {shown.length > 0 ? <RiskTable plan={plan} risks={shown} /> : null}
      {plan.risks.length === 0 && !adding ? (
        <EmptyState title="What could go wrong?" action={mayPlan ? add : null}>
          A risk has a chance and costs days when it happens: “Legal review is slow, 40 %, 2 to 15 days”. With
          an owner and a response, it loses its terror.
        </EmptyState>
      ) : null}
    </Page>
  );
}
