import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { useIsGuest } from "../lib/session.ts";
import { projectPlaces } from "./project-tabs.ts";

/** G and a letter lead to a project's places, from all its pages and from those of its milestones and cards. */
export function useProjectKeys(projectKey: string): void {
  const navigate = useNavigate();
  const isGuest = useIsGuest();
  const bindings = useMemo(
    () =>
      projectPlaces(isGuest).map(({ to, label, key }) => ({
        keys: `g ${key}`,
        label: `Go to ${label}`,
        run: () => void navigate({ to, params: { projectKey } }),
      })),
    [navigate, projectKey, isGuest],
  );
  useKeys("Project", bindings);
}
