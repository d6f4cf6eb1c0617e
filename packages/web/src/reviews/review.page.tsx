import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useManages, useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { useTitle } from "../lib/title.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Agenda } from "./agenda.tsx";
import { whenWords } from "./cadence-words.ts";
import { PastReviews } from "./past-reviews.tsx";
import { openReview, type ReviewDate, reviewsQuery } from "./reviews.api.ts";
import { OneReview } from "./running-review.tsx";
import { SkipDialog } from "./skip-dialog.tsx";

/** S9: the review that goes on, or the start of the next one. */
export function ReviewPage() {
  const { id, name } = useProject();
  useTitle("Review", name);
  const { next, past } = useSuspenseQuery(reviewsQuery(id)).data;
  const running = [...(next ? [next] : []), ...past].find(goesOn);
  // Who sat in it sees what it left once it is closed.
  const sat = useRef<string | null>(null);
  if (running) sat.current = running.id;
  return sat.current ? <OneReview key={sat.current} reviewId={sat.current} /> : <StartReview />;
}

/** `/p/acme/review/2026-06-12` */
export function DatedReviewPage() {
  const { id, name, key } = useProject();
  const { date } = useParams({ strict: false });
  useTitle("Review", name);
  const { next, past } = useSuspenseQuery(reviewsQuery(id)).data;
  const ofDay = [...(next ? [next] : []), ...past].filter(({ dueOn }) => dueOn === date);
  const found = ofDay.find(({ isOpened }) => isOpened);
  if (found) return <OneReview reviewId={found.id} />;
  return (
    <Page title="Review">
      <EmptyState
        title={`No review was held for ${date ? dayText(date) : "that day"}`}
        action={
          <Link to="/p/$projectKey/review" params={{ projectKey: key.toLowerCase() }}>
            All reviews
          </Link>
        }
      >
        {ofDay[0]?.reason ?? ""}
      </EmptyState>
    </Page>
  );
}

function StartReview() {
  const { id, key } = useProject();
  const { next, past, earlier, hasMilestones } = useSuspenseQuery(reviewsQuery(id)).data;
  const client = useQueryClient();
  const manages = useManages();
  const { submit, busy, problem } = useSubmit(() => openReview(client, id));
  const held = past.some(({ state }) => state === "held");
  if (!hasMilestones && past.length === 0) return <NothingPlanned projectKey={key.toLowerCase()} />;
  return (
    <Page title="Review" narrow>
      <Stack gap="lg" align="flex-start">
        {held ? null : (
          <ol style={{ margin: 0, paddingLeft: 20, maxWidth: "68ch" }}>
            <li>
              Everything is filled in from the work: you go from milestone to milestone and change only what
              is wrong.
            </li>
            <li>
              For each you say how it stands and what happens: keep the date, move it, redefine, split or drop
              it.
            </li>
            <li>
              At the end one notice tells team and client what changed, and the review is kept as it was.
            </li>
          </ol>
        )}
        <NextDate />
        {manages ? (
          <Button onClick={() => void submit()} loading={busy} autoFocus>
            Start the review
          </Button>
        ) : (
          <Text c="dimmed">Whoever leads the project starts the review; you join it here.</Text>
        )}
        <Refusal problem={problem} />
        {next ? (
          <section aria-labelledby="agenda">
            <Title order={2} size="h3" mb="xs" id="agenda">
              On the agenda
            </Title>
            <Agenda reviewId={next.id} />
          </section>
        ) : null}
        <PastReviews reviews={past} earlier={earlier} />
      </Stack>
    </Page>
  );
}

function NothingPlanned({ projectKey }: { projectKey: string }) {
  return (
    <Page title="Review">
      <EmptyState
        title="No milestone to review yet"
        action={
          <Link to="/p/$projectKey/plan" params={{ projectKey }}>
            Plan the first milestone
          </Link>
        }
      >
        A review goes from milestone to milestone: what is on track, what is not, and what follows. Its
        rhythm, such as Mondays at ten,{" "}
        <Link to="/p/$projectKey/review/rhythm" params={{ projectKey }}>
          can be set already
        </Link>
        .
      </EmptyState>
    </Page>
  );
}

/** When it is due by the rhythm; the plain start above all else holds at any time. */
function NextDate() {
  const project = useProject();
  const { next, cadence, mayPlan } = useSuspenseQuery(reviewsQuery(project.id)).data;
  const [skipping, setSkipping] = useState(false);
  const rhythm = `/p/${project.key.toLowerCase()}/review/rhythm`;
  return (
    <Group gap="xs">
      <Text>
        {next
          ? `${next.state === "overdue" ? "Was due" : "Next"} ${whenWords(next)}`
          : "No review is planned"}
        {cadence ? ` · ${cadence}` : ""}
      </Text>
      {mayPlan && next ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setSkipping(true)}>
          Skip
        </Button>
      ) : null}
      <Anchor component={Link} to={rhythm} size="sm">
        {cadence === null && mayPlan ? "Set a rhythm" : "Rhythm and people"}
      </Anchor>
      {skipping && next ? (
        <SkipDialog
          projectId={project.id}
          reviewId={next.id}
          when={whenWords(next)}
          onClose={() => setSkipping(false)}
        />
      ) : null}
    </Group>
  );
}

/** Somebody has opened it, and it is neither held nor skipped. */
function goesOn({ isOpened, state }: ReviewDate): boolean {
  return isOpened && state !== "held" && state !== "skipped";
}
