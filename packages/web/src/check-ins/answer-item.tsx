import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Markdown } from "../ui/markdown.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { type Answer, answersQuery, sayAnswer } from "./check-ins.api.ts";

interface AnswerItemProps {
  projectId: string;
  checkInId: string;
  answer: Answer;
  isMine: boolean;
}

const draftOf = ({ id }: Answer) => `check-in.answer.${id}`;

/** What somebody said; one's own can be said better. */
export function AnswerItem({ projectId, checkInId, answer, isMine }: AnswerItemProps) {
  const editing = useInPlace(isMine && hasFormDraft(draftOf(answer)));
  const { personName, body } = answer;
  return (
    <li>
      <Text fw={600}>{personName}</Text>
      {editing.isOpen ? (
        <AnswerForm
          projectId={projectId}
          checkInId={checkInId}
          answer={answer}
          isFocused
          onClose={editing.close}
        />
      ) : (
        <>
          <Markdown text={body} />
          {isMine ? (
            <Button
              size="compact-sm"
              variant="default"
              autoFocus={editing.hasReturned}
              onClick={editing.open}
            >
              Edit answer
            </Button>
          ) : null}
        </>
      )}
    </li>
  );
}

interface AnswerFormProps extends Omit<AnswerItemProps, "isMine"> {
  isFocused?: boolean;
  onClose: (() => void) | null;
}

export function AnswerForm({ projectId, checkInId, answer, isFocused = false, onClose }: AnswerFormProps) {
  const client = useQueryClient();
  const there = useMemo(() => ({ body: answer.body }), [answer.body]);
  const { values, set, theirs, clear } = useFormDraft(draftOf(answer), there);
  const leave = () => {
    clear();
    onClose?.();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    try {
      await sayAnswer(client, projectId, answer, values.body, clear);
    } catch (error) {
      // What stands there now is read again, so that both texts are on the page.
      await client.invalidateQueries({ queryKey: answersQuery(projectId, checkInId).queryKey });
      throw error;
    }
    onClose?.();
  });
  return (
    <Form onSend={() => submit()} {...(onClose ? { onCancel: onClose } : {})}>
      <Stack gap="xs">
        <Textarea
          label="Your answer"
          autosize
          minRows={2}
          maxRows={14}
          autoFocus={isFocused}
          value={values.body}
          error={field("body")}
          onChange={({ currentTarget }) => set({ body: currentTarget.value })}
        />
        <Theirs theirs={theirs} labels={{ body: "Answer" }} />
        <Refusal problem={problem} />
        <SaveRow
          action={answer.body === "" ? "Answer" : "Save"}
          busy={busy}
          ready={values.body.trim() !== ""}
          onCancel={onClose ? leave : null}
        />
      </Stack>
    </Form>
  );
}
