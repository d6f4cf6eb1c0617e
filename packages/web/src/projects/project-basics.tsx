import { Textarea, TextInput } from "@mantine/core";
import { ClientChoice } from "./client-choice.tsx";
import type { ProjectWish } from "./new-project-draft.ts";
import { suggestKey } from "./project-key.ts";

interface ProjectBasicsProps {
  wish: ProjectWish;
  onChange: (part: Partial<ProjectWish>) => void;
  /** The server's word on one field. */
  field: (name: string) => string | undefined;
  /** The outcome that holds while none is typed. */
  outcome: string | null;
}

/** What every project says of itself: its name, and three things that may be left out. */
export function ProjectBasics({ wish, onChange, field, outcome }: ProjectBasicsProps) {
  return (
    <>
      <TextInput
        label="Name"
        placeholder="Website for Rosa Bakery"
        required
        autoFocus
        value={wish.name}
        error={field("name")}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <TextInput
        label="Key"
        description="Short name in addresses and card numbers, such as ROSA-12. It cannot be changed later."
        value={wish.key ?? suggestKey(wish.name)}
        error={field("key")}
        maxLength={10}
        onChange={({ currentTarget }) => onChange({ key: currentTarget.value.toUpperCase() })}
      />
      <ClientChoice
        value={wish.clientId}
        error={field("clientId")}
        onChange={(clientId) => onChange({ clientId })}
      />
      <Textarea
        label="Outcome"
        description={
          outcome
            ? "What is different when it is done; left empty, as the template says"
            : "What is different when it is done"
        }
        placeholder={outcome || "Guests order cake online"}
        autosize
        minRows={2}
        value={wish.outcome}
        error={field("outcome")}
        onChange={({ currentTarget }) => onChange({ outcome: currentTarget.value })}
      />
    </>
  );
}
