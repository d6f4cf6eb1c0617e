import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { mentionsIn } from "../talk/mention.ts";
import { mentionableQuery } from "../talk/talk.api.ts";
import { WordsField } from "../talk/words-field.tsx";
import type { MessageField } from "../updates/message-field.ts";

/** Messages are written as comments are: @ offers who reads them. */
export function useMessageField(projectId: string): MessageField {
  const client = useQueryClient();
  return useMemo(() => {
    const subject = { kind: "project" as const, id: projectId, projectId };
    return {
      Field: (props) => (
        <WordsField {...props} minRows={6} subject={subject} placeholder="Write it here, @ names somebody" />
      ),
      named: async (audience, text) =>
        text.includes("@")
          ? mentionsIn(text, await client.ensureQueryData(mentionableQuery(subject, audience)))
          : [],
    };
  }, [client, projectId]);
}
