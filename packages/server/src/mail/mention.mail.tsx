import { Letter } from "./letter.mail.tsx";
import type { MailData } from "./mail-kinds.ts";

export function MentionLetter({ data, address }: { data: MailData["mention"]; address: string | null }) {
  const { author, project, subject, excerpt } = data;
  return (
    <Letter
      preview={excerpt.slice(0, 90)}
      heading={`${author} mentioned you`}
      paragraphs={[`In “${subject}” of ${project}:`, excerpt]}
      action="Read and answer"
      address={address}
      footer="You get this mail once, because you were mentioned."
    />
  );
}
