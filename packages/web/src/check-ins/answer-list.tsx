import { Button, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { dayText } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { AnswerForm, AnswerItem } from "./answer-item.tsx";
import { type Answer, answersQuery, type CheckIn } from "./check-ins.api.ts";

interface AnswerListProps {
  projectId: string;
  checkIn: CheckIn;
}

/** What was answered, the newest day first. */
export function AnswerList({ projectId, checkIn }: AnswerListProps) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    answersQuery(projectId, checkIn.id),
  );
  if (error) return <Refusal problem={error} />;
  if (!data) return <Waiting rows={4} />;
  const days = [
    ...Map.groupBy(
      data.pages.flatMap(({ items }) => items),
      ({ on }) => on,
    ),
  ];
  if (days.length === 0) return <Text c="dimmed">Nobody has been asked yet.</Text>;
  return (
    <Stack gap="lg">
      {days.map(([on, answers], index) => (
        <Day
          key={on}
          on={on}
          answers={answers}
          projectId={projectId}
          checkIn={checkIn}
          isNewest={index === 0}
        />
      ))}
      {hasNextPage ? (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier days
        </Button>
      ) : null}
    </Stack>
  );
}

interface DayProps extends AnswerListProps {
  on: string;
  answers: Answer[];
  isNewest: boolean;
}

function Day({ on, answers, projectId, checkIn, isNewest }: DayProps) {
  const me = useMe().person.id;
  const said = answers.filter(({ answeredAt }) => answeredAt !== null);
  const silent = answers.filter(({ answeredAt }) => answeredAt === null);
  const mine = silent.find(({ personId }) => personId === me);
  const place = { projectId, checkInId: checkIn.id };
  const others = isNewest ? silent.filter((each) => each !== mine) : silent;
  const asked = answers.find(({ question }) => question !== checkIn.question)?.question;
  return (
    <section aria-label={dayText(on)} style={{ overflowWrap: "anywhere" }}>
      <Title order={2} size="h3" mb="xs">
        {dayText(on)}
      </Title>
      {asked === undefined ? null : (
        <Text size="sm" c="dimmed">
          {asked}
        </Text>
      )}
      {isNewest && mine ? <AnswerForm {...place} answer={mine} onClose={null} /> : null}
      <Stack component="ul" gap="md" p={0} my="md" style={{ listStyle: "none" }}>
        {said.map((answer) => (
          <AnswerItem key={answer.id} {...place} answer={answer} isMine={answer.personId === me} />
        ))}
      </Stack>
      {others.length > 0 ? <Silent {...place} answers={others} mine={isNewest ? undefined : mine} /> : null}
    </section>
  );
}

interface SilentProps {
  projectId: string;
  checkInId: string;
  answers: Answer[];
  /** Late is better than never. */
  mine: Answer | undefined;
}

function Silent({ projectId, checkInId, answers, mine }: SilentProps) {
  return (
    <details>
      <summary style={{ minHeight: 24 }}>
        {answers.length === 1 ? "1 has not answered" : `${answers.length} have not answered`}
      </summary>
      <Text size="sm" c="dimmed" my="xs">
        {answers.map(({ personName }) => personName).join(", ")}
      </Text>
      {mine ? <AnswerForm projectId={projectId} checkInId={checkInId} answer={mine} onClose={null} /> : null}
    </details>
  );
}
