import { Stack, Text, Title } from "@mantine/core";
import type { TemplateDetail } from "../lib/template-query.ts";
import { DateChoice } from "./date-choice.tsx";
import { MilestoneChoices } from "./milestone-choices.tsx";
import { openRolesWords, RoleChoices } from "./role-choices.tsx";
import type { Person } from "./role-people.ts";
import type { ShapedPlan } from "./shaped-plan.ts";
import type { DatesWish, TemplateWish } from "./template-wish.ts";

interface TemplateSetupProps {
  detail: TemplateDetail;
  shaped: ShapedPlan;
  wish: TemplateWish;
  dates: DatesWish;
  members: readonly Person[];
  /** The client's people; `null` while there is no client. */
  contacts: readonly Person[] | null;
  onWish: (wish: TemplateWish) => void;
  onDates: (dates: DatesWish) => void;
}

/** All that can be said of a template before it becomes a plan: when, which milestones, who. */
export function TemplateSetup(props: TemplateSetupProps) {
  const { detail, shaped, wish, dates, members, contacts, onWish, onDates } = props;
  const open = openRolesWords({ template: shaped.template, members, contacts, wish });
  return (
    <Stack gap="lg">
      <section aria-label="When">
        <Title order={2} size="h3" mb="xs">
          When
        </Title>
        <DateChoice shaped={shaped} dates={dates} onChange={onDates} />
      </section>
      <section aria-label="Milestones">
        <Title order={2} size="h3">
          Milestones
        </Title>
        <Text c="dimmed" size="sm" mb="xs">
          Keep, change or drop each of them. Their activities become cards on the board.
        </Text>
        <MilestoneChoices plan={detail.plan} shaped={shaped} wish={wish} onChange={onWish} />
      </section>
      <section aria-label="Who does what">
        <Title order={2} size="h3" mb="xs">
          Who does what
        </Title>
        <RoleChoices
          template={shaped.template}
          members={members}
          contacts={contacts}
          wish={wish}
          onChange={onWish}
        />
        {open ? (
          <Text c="dimmed" size="sm" mt="xs">
            {open}
          </Text>
        ) : null}
      </section>
    </Stack>
  );
}
