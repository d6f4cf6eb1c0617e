import { Button, type ButtonProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";

interface UseButtonProps extends Pick<ButtonProps, "size"> {
  templateId: string;
  /** What it is called, where its button stands among others. */
  label?: string;
}

/** Begins a project with a template, for those who may. */
export function UseButton({ templateId, label, size }: UseButtonProps) {
  if (!useCan("project.create")) return null;
  return (
    <Button
      {...(size ? { size } : {})}
      aria-label={label}
      renderRoot={(props) => <Link to="/projects/new" search={{ template: templateId }} {...props} />}
    >
      Use
    </Button>
  );
}
