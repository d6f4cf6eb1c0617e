import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clientAccessQuery } from "../lib/client-access.ts";
import { sayProblem } from "../lib/undo.tsx";
import { LinkOnce } from "../ui/link-once.tsx";
import { type ClientRequest, handOverLink } from "./client-requests.api.ts";

/** Where mail cannot carry the link to whoever was asked, a member can. */
export function HandOver({ request }: { request: ClientRequest }) {
  const { contactId, contactName, projectId, title } = request;
  const { data: access } = useQuery(clientAccessQuery(projectId));
  const [link, setLink] = useState<string | null>(null);
  const handsOver = access?.people.find(({ personId }) => personId === contactId)?.handsOver ?? false;
  if (link) return <LinkOnce reader={contactName ?? "them"} url={link} onClose={() => setLink(null)} />;
  if (!handsOver) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Make a link for ${contactName} to answer ${title}`}
      onClick={() => void handOverLink(request).then(setLink, sayProblem)}
    >
      Make a link
    </Button>
  );
}
