import { Box, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { type DueReview, dueReviewsQuery } from "./cadence.api.ts";
import classes from "./due-reviews.module.css";
import { DueRow } from "./due-row.tsx";

const PARTS: readonly { turn: DueReview["turn"]; title: string }[] = [
  { turn: "due", title: "Due now" },
  { turn: "silent", title: "Not reviewed for too long" },
  { turn: "week", title: "In the next seven days" },
  { turn: "unplanned", title: "Without a rhythm" },
  { turn: "later", title: "Later" },
];

/** Which project is reviewed when, and which has not been looked at. */
export function DueReviewsPage() {
  useTitle("Reviews");
  const all = useSuspenseQuery(dueReviewsQuery).data;
  const parts = Map.groupBy(all, ({ turn }) => turn);
  if (all.length === 0) return <NothingToReview />;
  return (
    <Page title="Reviews" lead={<Text>{summary(all, parts.get("due")?.length ?? 0)}</Text>}>
      <Stack gap="xl">
        {PARTS.map(({ turn, title }) => {
          const rows = parts.get(turn) ?? [];
          if (rows.length === 0) return null;
          return (
            <Box component="section" key={turn} aria-labelledby={turn}>
              <Title order={2} size="h3" id={turn} mb={4}>
                {title}{" "}
                <Text component="span" size="sm" c="dimmed" className="mp-tabular">
                  {rows.length}
                </Text>
              </Title>
              <ul className={classes.list}>
                {rows.map((one) => (
                  <DueRow key={one.project.id} due={one} />
                ))}
              </ul>
            </Box>
          );
        })}
      </Stack>
    </Page>
  );
}

function NothingToReview() {
  return (
    <Page title="Reviews">
      <EmptyState title="No project to review yet" action={<Link to="/portfolio">Open the portfolio</Link>}>
        Each project with milestones is looked at in its own rhythm, such as Mondays at ten: what is on track,
        what is not, and what follows. It stands here as soon as a milestone is planned.
      </EmptyState>
    </Page>
  );
}

/** "2 due now, 1 silent" */
function summary(all: readonly DueReview[], due: number): string {
  const silent = all.filter(({ standing }) => standing?.silence).length;
  const facts = [
    due === 0 ? "Nothing is due" : `${due} due now`,
    ...(silent > 0 ? [`${silent} silent`] : []),
  ];
  return `${facts.join(", ")}; ${counted(all.length, "project")}.`;
}
