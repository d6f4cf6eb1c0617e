import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addActivities } from "../lib/activity-acts.ts";
import type { Line } from "../lib/lines.ts";
import { createMilestone } from "../lib/milestone-acts.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { type Milestone, type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { AddLine } from "../ui/add-line.tsx";
import { manyCards } from "../ui/many-cards.ts";
import { addOutline, outlineWords } from "./outline-acts.ts";
import { outlineItems, outlineLine } from "./outline-line.ts";
import { PastedOutline } from "./pasted-outline.tsx";

interface OutlineComposerProps {
  plan: Plan;
  /** What stands above: Tab makes an activity of the one added last, or of the last open one. */
  milestones: readonly Milestone[];
  /** What new milestones serve. */
  objectiveIds: readonly string[];
}

/** The outline's last line: Enter adds a milestone, Tab makes it an activity of the one above, pasted lines become several. */
export function OutlineComposer({ plan, milestones, objectiveIds }: OutlineComposerProps) {
  const client = useQueryClient();
  const { id } = plan.project;
  const { data: people = [] } = useQuery(projectPeopleQuery(id));
  const members = people.filter(({ kind }) => kind === "member");
  const [addedId, setAddedId] = useState<string | null>(null);
  const add = async (typed: string) => {
    const { title, targetOn, ownerId } = outlineLine(typed, members, plan.today);
    const body = { title, ...(targetOn ? { targetOn } : {}), ...(ownerId ? { ownerId } : {}) };
    setAddedId((await createMilestone(client, id, body, objectiveIds)).id);
  };
  const itemsOf = (lines: readonly Line[]) => outlineItems(lines, members, plan.today);
  const many = {
    offer: (lines: readonly Line[]) => `Add ${outlineWords(itemsOf(lines))}`,
    onAdd: (lines: readonly Line[]) => addOutline(client, id, itemsOf(lines), objectiveIds),
    show: (lines: readonly Line[]) => (
      <PastedOutline items={itemsOf(lines)} people={members} today={plan.today} />
    ),
  };
  const above = milestones.find((each) => each.id === addedId) ?? milestones.findLast(isOpen);
  return (
    <AddLine
      label="Milestone"
      placeholder="Design approved 12 jun @jo"
      onAdd={add}
      many={many}
      {...(above ? { inner: activityOf(client, above) } : {})}
    />
  );
}

/** An activity under the milestone above, as Tab makes one. */
function activityOf(client: QueryClient, milestone: Milestone) {
  const name = `M${milestone.number}`;
  return {
    label: `Activity of ${name} ${milestone.title}`,
    placeholder: `What has to be done for ${name}?`,
    onAdd: (title: string) => addActivities(client, milestone, [title]),
    many: manyCards(client, milestone),
    hint: `Tab: an activity of ${name}. Shift+Tab: a milestone.`,
  };
}
