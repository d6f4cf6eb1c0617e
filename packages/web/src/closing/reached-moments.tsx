import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { dayText } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import { momentSentence } from "./moment-words.ts";
import { type Moment, momentsQuery, seeMoment } from "./moments.api.ts";
import { RoadPiece } from "./road-piece.tsx";
import { ThanksButton } from "./thanks-dialog.tsx";

/** Long enough before somebody's eyes to have been seen. */
const SEEN_MS = 1_500;

interface ReachedMomentsProps {
  projectId: string;
  /** On the page of one milestone only its own. */
  milestoneId?: string;
}

/** What was reached since this person was here the last time: quietly, once, and never again. */
export function ReachedMoments({ projectId, milestoneId }: ReachedMomentsProps) {
  const { data } = useQuery(momentsQuery(projectId));
  const [shown, setShown] = useState<readonly Moment[]>([]);
  // What was seen is not in the next answer, and stays here until it is closed or the page is left.
  useEffect(() => {
    const fresh = (data ?? []).filter((one) => milestoneId === undefined || one.milestoneId === milestoneId);
    setShown((before) => {
      const known = new Set(before.map((one) => one.milestoneId));
      const added = fresh.filter((one) => !known.has(one.milestoneId));
      return added.length === 0 ? before : [...added, ...before];
    });
  }, [data, milestoneId]);
  return shown.map((moment, at) => (
    <OneMoment
      key={moment.milestoneId}
      projectId={projectId}
      moment={moment}
      ends={moment.isLast && at === 0}
      onClose={() => setShown((before) => before.filter((one) => one !== moment))}
    />
  ));
}

interface OneMomentProps {
  projectId: string;
  moment: Moment;
  /** Offers the look back: of several at once only the newest. */
  ends: boolean;
  onClose: () => void;
}

function OneMoment({ projectId, moment, ends, onClose }: OneMomentProps) {
  const { milestoneId, ref, title, next, payment, mayThank } = moment;
  const projectKey = ref.slice(0, ref.lastIndexOf("-")).toLowerCase();
  useSeen(milestoneId);
  const price = payment ? moneyText(payment.minor, payment.currency) : null;
  return (
    <Paper withBorder p="md" mb="lg" bg="var(--mp-raised)" role="status" aria-label={`${title} is reached`}>
      <RoadPiece before={moment.before} stone={{ title }} next={next} />
      <Title order={2} size="h3" mt="xs">
        {`${title} is reached`}
      </Title>
      <Text>{momentSentence(moment)}</Text>
      {next ? (
        <Text c="dimmed">
          {"Next: "}
          <Link to={`/m/${next.ref}` as "/"}>{next.title}</Link>
          {next.on ? `, ${dayText(next.on)}` : ""}
        </Text>
      ) : null}
      <Group gap="xs" mt="sm">
        {ends ? (
          <Button component={Link} to={`/p/${projectKey}/retrospective`}>
            Look back and complete
          </Button>
        ) : null}
        {mayThank ? <ThanksButton milestone={{ id: milestoneId, projectId, title }} /> : null}
        {price ? (
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/payments" search={{ project: projectKey }} />}
          >
            {`Invoice ${price}`}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Paper>
  );
}

/** Said once, when it has stood on a page that can be seen. */
function useSeen(milestoneId: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        document.removeEventListener("visibilitychange", look);
        // Whoever is offline for this moment sees it once more.
        seeMoment(milestoneId).catch(() => undefined);
      }, SEEN_MS);
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [milestoneId]);
}
