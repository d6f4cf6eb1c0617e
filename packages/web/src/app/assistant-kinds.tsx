import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "../lib/counted.ts";
import { membersQuery } from "../lib/directory.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { templateQuery } from "../lib/template-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { addToPlan } from "../templates/add-to-plan.ts";
import { KindChoice } from "../templates/kind-choice.tsx";
import { peopleOf, teamOf } from "../templates/role-people.ts";
import { sentDates, useShapedPlan } from "../templates/shaped-plan.ts";
import { useTemplateDraft } from "../templates/template-draft.ts";
import { TemplateSetup } from "../templates/template-setup.tsx";
import { type DatesWish, milestonesOf, NO_DATES } from "../templates/template-wish.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";

/** "What kind of work is it?": milestones that others have needed, to keep, change or drop; in a plan that has some they are asked for. */
export function AssistantKinds({ plan }: { plan: Plan }) {
  const [asked, setAsked] = useState(false);
  if (plan.milestones.length === 0 || asked) return <Kinds plan={plan} onDone={() => setAsked(false)} />;
  return (
    <Button size="compact-sm" variant="default" mb="sm" onClick={() => setAsked(true)}>
      Add milestones of a kind of work
    </Button>
  );
}

function Kinds({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { id } = plan.project;
  const drafted = useTemplateDraft(`assistant.${id}`);
  const [dates, setDates] = useState<DatesWish>(NO_DATES);
  const { templateId } = drafted;
  return (
    <Stack mb="lg">
      <KindChoice value={templateId} onChange={drafted.choose} none="Something else: write it down below" />
      {templateId === null ? null : (
        <Chosen
          plan={plan}
          templateId={templateId}
          drafted={drafted}
          dates={dates}
          onDates={setDates}
          onDone={() => {
            drafted.clear();
            onDone();
          }}
        />
      )}
    </Stack>
  );
}

interface ChosenProps {
  plan: Plan;
  templateId: string;
  drafted: ReturnType<typeof useTemplateDraft>;
  dates: DatesWish;
  onDates: (dates: DatesWish) => void;
  onDone: () => void;
}

function Chosen({ plan, templateId, drafted, dates, onDates, onDone }: ChosenProps) {
  const client = useQueryClient();
  const { data: detail, error } = useQuery(templateQuery(templateId));
  const people = usePeople(plan.project.id);
  const wish = drafted.wishOf(templateId);
  const shaped = useShapedPlan(detail, wish, dates);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!detail || !shaped) return;
    await addToPlan(client, plan.project.id, {
      templateId,
      dates: sentDates(shaped),
      people: peopleOf(shaped.template, people, wish),
      milestones: milestonesOf(detail.plan, wish),
      ...(plan.objectives.length > 0 ? { objectiveIds: plan.objectives.map(({ id }) => id) } : {}),
    });
    onDone();
  });
  if (!detail || !shaped) return error ? <Refusal problem={error} /> : <Waiting />;
  const count = shaped.template.milestones.length;
  return (
    <>
      <TemplateSetup
        detail={detail}
        shaped={shaped}
        wish={wish}
        dates={dates}
        {...people}
        onWish={(next) => drafted.say(templateId, next)}
        onDates={onDates}
      />
      <Refusal problem={problem} />
      <Group>
        <Button
          loading={busy}
          disabled={count === 0 || shaped.dayFault !== null}
          onClick={() => void submit()}
        >
          {`Add ${counted(count, "milestone")}`}
        </Button>
        {shaped.dayFault ? (
          <Text c="dimmed" role="status">
            {shaped.dayFault}
          </Text>
        ) : null}
      </Group>
    </>
  );
}

/** Who can take a role: the team, and the client's people where the project has a client. */
function usePeople(projectId: string) {
  const { data: members = [] } = useQuery(membersQuery);
  const { data: people = [] } = useQuery(projectPeopleQuery(projectId));
  const contacts = people.filter(({ kind }) => kind === "contact");
  return {
    members: teamOf(members),
    contacts: contacts.length === 0 ? null : contacts.map(({ id, name }) => ({ id, name })),
  };
}
