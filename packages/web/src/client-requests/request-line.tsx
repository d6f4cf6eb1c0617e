import { Anchor, Button, Group, Select, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiLink } from "../lib/api.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { useInPlace } from "../ui/in-place.ts";
import { ReasonForm } from "../ui/reason-form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import {
  acceptAnswer,
  askClient,
  type ClientRequest,
  cancelRequest,
  nameContact,
  sendBack,
} from "./client-requests.api.ts";
import { HandOver } from "./hand-over.tsx";
import { standing } from "./request-words.ts";

interface RequestLineProps {
  request: ClientRequest;
  today: string;
  may: Pick<Plan["project"]["may"], "work" | "editPlan">;
}

/** One request with what was sent, and the one thing to do next. */
export function RequestLine({ request, today, may }: RequestLineProps) {
  const { title, why, state, sent } = request;
  return (
    <Stack
      gap={4}
      component="li"
      py="sm"
      style={{ borderTop: "1px solid var(--mp-line)", listStyle: "none" }}
    >
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {standing(request, today)}
      </Text>
      {why && state !== "accepted" ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {why}
        </Text>
      ) : null}
      {sent.map((answer) => (
        <Sent key={answer.round} request={request} answer={answer} />
      ))}
      {may.work ? <Acts request={request} mayHandOver={may.editPlan} /> : null}
    </Stack>
  );
}

function Sent({ request, answer }: { request: ClientRequest; answer: ClientRequest["sent"][number] }) {
  return (
    <Stack gap={2} pl="sm" style={{ borderLeft: "3px solid var(--mp-line)" }}>
      {request.questions.map((question, place) => (
        <Text key={question} size="sm" style={{ overflowWrap: "anywhere" }}>
          <Text span c="dimmed">{`${question} `}</Text>
          {answer.answers[place]}
        </Text>
      ))}
      {answer.words ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {answer.words}
        </Text>
      ) : null}
      {answer.files.map(({ id, name, version }) => (
        <Anchor key={id} size="sm" href={apiLink(`/files/${id}/versions/${version}/content`)}>
          {name}
        </Anchor>
      ))}
      {answer.handedOverName ? (
        <Text size="sm" c="dimmed">{`Came by a link that ${answer.handedOverName} handed over.`}</Text>
      ) : null}
      {answer.returnedReason ? (
        <Text size="sm" c="dimmed">{`Sent back: ${answer.returnedReason}`}</Text>
      ) : null}
    </Stack>
  );
}

function Acts({ request, mayHandOver }: { request: ClientRequest; mayHandOver: boolean }) {
  const client = useQueryClient();
  const back = useInPlace();
  const { state, title } = request;
  const run = (act: () => Promise<unknown>, said: string) => void act().then(() => sayDone(said), sayProblem);
  if (back.isOpen) return <SendBack request={request} onClose={back.close} />;
  return (
    <Group gap="xs" mt={4}>
      {state === "draft" ? <AskDraft request={request} /> : null}
      {state === "asked" && mayHandOver ? <HandOver request={request} /> : null}
      {state === "answered" ? (
        <>
          <Button
            size="compact-sm"
            aria-label={`Accept the answer to ${title}`}
            onClick={() => run(() => acceptAnswer(client, request), "Accepted")}
          >
            Accept
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            autoFocus={back.hasReturned}
            aria-label={`Send back the answer to ${title}`}
            onClick={back.open}
          >
            Send back
          </Button>
        </>
      ) : null}
      {state === "accepted" || state === "cancelled" ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`No longer needed: ${title}`}
          onClick={() => run(() => cancelRequest(client, request), "Cancelled")}
        >
          No longer needed
        </Button>
      )}
    </Group>
  );
}

/** A draft that names nobody yet, such as one from a template, asks who it is for. */
function AskDraft({ request }: { request: ClientRequest }) {
  const client = useQueryClient();
  const { data: people = [] } = useQuery(projectPeopleQuery(request.projectId));
  const contacts = people.filter(({ kind }) => kind === "contact");
  const [contactId, setContactId] = useState(request.contactId);
  const { submit, busy, problem } = useSubmit(async () => {
    const named =
      contactId !== null && contactId !== request.contactId
        ? await nameContact(client, request, contactId)
        : request;
    await askClient(client, named);
    sayDone("Asked by mail");
  });
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Select
          size="xs"
          aria-label={`Who is asked for ${request.title}`}
          placeholder="Who is asked"
          data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
          value={contactId}
          onChange={setContactId}
        />
        <Button
          size="compact-sm"
          loading={busy}
          disabled={contactId === null}
          aria-label={`Ask now for ${request.title}`}
          onClick={() => void submit()}
        >
          Ask now
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Stack>
  );
}

function SendBack({ request, onClose }: { request: ClientRequest; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <ReasonForm
      label="What is missing"
      act="Send back"
      done="Sent back, with your reason"
      send={(reason) => sendBack(client, request, reason)}
      onClose={onClose}
    />
  );
}
