import { Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { PracticeSection } from "./practice-section.tsx";
import { qualityQuery } from "./quality.api.ts";
import classes from "./quality.module.css";
import { verdictOf } from "./quality-words.ts";

/** How well made the schedule is: a report to read, nothing is held up by it. */
export function QualityPage() {
  const { id, key, name } = useProject();
  useTitle("Schedule quality", name);
  const quality = useSuspenseQuery(qualityQuery(id)).data;
  const planAt = `/p/${key.toLowerCase()}/plan`;
  if (quality.headings.length === 0 || quality.tasks === 0)
    return (
      <Page title="Schedule quality">
        <EmptyState title="There is nothing to look at yet">
          <Link to={planAt as "/"}>Write the plan first</Link>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Schedule quality"
      lead="How well the plan is made, after fourteen points and ten practices of large projects. Nothing is held up by it."
    >
      <Text role="status">{verdictOf(quality)}</Text>
      {quality.small ? (
        <Text size="sm" c="dimmed">
          {`With ${quality.tasks} open milestones and cards a share of 5 % is less than one: one is let pass.`}
        </Text>
      ) : null}
      <div className={classes.practices}>
        {quality.headings.map((heading) => (
          <PracticeSection key={heading.practice} heading={heading} small={quality.small} planAt={planAt} />
        ))}
      </div>
    </Page>
  );
}
