import { Badge, Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { rhythmWords } from "../lib/rhythm-words.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayProblem } from "../lib/undo.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { AnswerList } from "./answer-list.tsx";
import { CheckInForm, formDraft } from "./check-in-form.tsx";
import { type CheckIn, checkInQuery, fieldsOf, setUpCheckIn } from "./check-ins.api.ts";
import { OwnScheduleBox } from "./own-schedule.tsx";

/** `/p/acme/check-ins`: the one question that a project asks again and again, and what was answered. */
export function CheckInsPage() {
  const { id, key, name } = useProject();
  const me = useMe().person.id;
  useTitle("Check-ins", name);
  const { data, error } = useQuery(checkInQuery(id));
  const editing = useInPlace(hasFormDraft(formDraft(id)));
  const checkIn = data?.checkIn ?? null;
  const isOpen = editing.isOpen && data?.maySetUp === true;
  const mine = checkIn?.people.find(({ personId }) => personId === me);
  const edit = (label: string) => (
    <Button variant={checkIn ? "default" : "filled"} autoFocus={editing.hasReturned} onClick={editing.open}>
      {label}
    </Button>
  );
  return (
    <Page
      narrow
      title={checkIn?.question ?? "Check-ins"}
      actions={
        checkIn && data?.maySetUp && !isOpen ? (
          <>
            {edit("Edit")}
            <Pause projectId={id} checkIn={checkIn} />
          </>
        ) : null
      }
    >
      <p>
        <Link to={`/p/${key.toLowerCase()}/updates` as "/"}>All updates</Link>
      </p>
      {error ? <Refusal problem={error} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data && isOpen ? <CheckInForm projectId={id} there={data} onClose={editing.close} /> : null}
      {data && !checkIn && !isOpen ? (
        <EmptyState
          title="Ask one question again and again"
          action={data.maySetUp ? edit("Set up a check-in") : null}
        >
          “Anything in the way of M3?”, every working day at 09:00. Everybody answers when it suits them, and
          all answers stand on this page instead of in a meeting.
        </EmptyState>
      ) : null}
      {checkIn ? (
        <>
          {isOpen ? null : <Asks checkIn={checkIn} />}
          {mine ? <OwnScheduleBox projectId={id} checkIn={checkIn} mine={mine} /> : null}
          <AnswerList projectId={id} checkIn={checkIn} />
        </>
      ) : null}
    </Page>
  );
}

function Pause({ projectId, checkIn }: { projectId: string; checkIn: CheckIn }) {
  const client = useQueryClient();
  const { paused } = checkIn;
  const word = paused ? "Asked again from now on" : "Nobody is asked until it goes on";
  const pause = () =>
    setUpCheckIn(client, projectId, checkIn, { ...fieldsOf(checkIn), paused: !paused }, word);
  return (
    <Button variant="default" onClick={() => void pause().catch(sayProblem)}>
      {paused ? "Go on" : "Pause"}
    </Button>
  );
}

/** When it asks and whom, with whoever has a time of their own. */
function Asks({ checkIn }: { checkIn: CheckIn }) {
  const names = checkIn.people.map(({ name, own, paused }) =>
    paused ? `${name} (paused)` : own ? `${name} (${rhythmWords(own)})` : name,
  );
  return (
    <Group gap="xs" mb="md">
      {checkIn.paused ? (
        <Badge variant="default" tt="none">
          Paused
        </Badge>
      ) : null}
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {`${rhythmWords(checkIn)}, everybody's own time. ${names.length === 0 ? "Nobody is asked yet." : `Asks ${names.join(", ")}.`}`}
      </Text>
    </Group>
  );
}
