import { Group, SegmentedControl, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { EarnedValueFigures } from "./earned-value-figures.tsx";
import type { ChangeTrend, TrendSearch } from "./trend-search.ts";
import { type WorkDone, workDoneQuery } from "./work-done.api.ts";
import classes from "./work-done.module.css";
import { WorkDoneChart } from "./work-done-chart.tsx";
import { WorkDoneTable } from "./work-done-table.tsx";
import { basisSentence, timeTakenSentence, workDoneSentences } from "./work-done-words.ts";

interface WorkDoneSectionProps {
  search: TrendSearch;
  onChange: ChangeTrend;
}

/** How much of what was planned is done, and is that early or late? Earned value in words, with its figures folded below. */
export function WorkDoneSection({ search, onChange }: WorkDoneSectionProps) {
  const { id } = useProject();
  const { data: work } = useQuery(workDoneQuery(id, search));
  if (!work) return null;
  return (
    <section className={classes.section} aria-labelledby="work-done">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="work-done">
          Work done against plan
        </Title>
        <Choices work={work} onChange={onChange} />
      </Group>
      {work.measured ? (
        <Picture work={work} measured={work.measured} table={search.view === "table"} />
      ) : (
        <Missing work={work} />
      )}
    </section>
  );
}

function Choices({ work: { by, priced }, onChange }: { work: WorkDone; onChange: ChangeTrend }) {
  return (
    <Group gap="xs" className="mp-screen">
      {priced ? (
        <SegmentedControl
          aria-label="Count by"
          data={[
            { value: "effort", label: "By hours" },
            { value: "price", label: "By price" },
          ]}
          value={by}
          onChange={(value) => onChange({ by: value === "price" ? "price" : undefined })}
        />
      ) : null}
    </Group>
  );
}

interface PictureProps {
  work: WorkDone;
  measured: NonNullable<WorkDone["measured"]>;
  table: boolean;
}

function Picture({ work, measured, table }: PictureProps) {
  const time = timeTakenSentence(work);
  return (
    <>
      <Text className={classes.sentences}>{workDoneSentences(work).join(" ")}</Text>
      {time ? <Text className={classes.sentences}>{time}</Text> : null}
      {table ? (
        <WorkDoneTable work={work} measured={measured} />
      ) : (
        <figure style={{ margin: "12px 0 0" }}>
          <WorkDoneChart work={work} measured={measured} />
          <VisuallyHidden>
            <WorkDoneTable work={work} measured={measured} />
          </VisuallyHidden>
        </figure>
      )}
      <Text size="sm" c="dimmed" mt="xs" className={classes.sentences}>
        {`${basisSentence(work)} The forecast on the roadmap knows more: who is free when, and what may go wrong.`}
      </Text>
      <EarnedValueFigures work={work} measured={measured} />
    </>
  );
}

/** Nothing to measure against, or nothing to measure: what to do about it. */
function Missing({ work: { baseline } }: { work: WorkDone }) {
  const { key } = useProject();
  const params = { projectKey: key.toLowerCase() };
  return (
    <Text c="dimmed" className={classes.sentences}>
      {baseline ? (
        <>
          {`No milestone of ${`version ${baseline.n}`} has a date and holds cards. `}
          <Link to="/p/$projectKey/board" params={params}>
            Add cards to milestones
          </Link>
        </>
      ) : (
        <>
          {
            "Once a plan is kept as a version, this shows how much of it is done, and how many days that is early or late. "
          }
          <Link to="/p/$projectKey/roadmap" params={params}>
            Keep the plan from the roadmap
          </Link>
        </>
      )}
    </Text>
  );
}
