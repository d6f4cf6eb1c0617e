import { Button, type ButtonProps } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { openReview } from "./reviews.api.ts";

interface StartButtonProps extends Pick<ButtonProps, "variant" | "size"> {
  project: { id: string; key: string; name: string };
  /** "Start review", or going on with one that is open. */
  label: string;
}

/** Opens the review that is due, or one for now, and goes there. */
export function StartButton({ project, label, ...looks }: StartButtonProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy } = useSubmit(async () => {
    try {
      await openReview(client, project.id);
    } catch (error) {
      sayProblem(error);
      return;
    }
    await navigate({ to: "/p/$projectKey/review", params: { projectKey: project.key.toLowerCase() } });
  });
  return (
    <Button {...looks} loading={busy} onClick={() => void submit()} aria-label={`${label}: ${project.name}`}>
      {label}
    </Button>
  );
}
