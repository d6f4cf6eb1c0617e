import { Button, CloseButton, Group, Text, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { MarkdownView } from "../ui/markdown-view.tsx";
import classes from "./tour-panel.module.css";
import { TOUR, type TourPart } from "./tour-parts.ts";
import { endTour, goTo, useTourStep } from "./tour-step.ts";

/** Says beside the screens of the sample project what they are good for, one part after the other. */
export function TourPanel({ projectKey }: { projectKey: string }) {
  const step = useTourStep();
  const part = step === null ? undefined : TOUR[step];
  if (step === null || !part) return null;
  return <Part key={step} part={part} step={step} projectKey={projectKey} />;
}

function Part({ part, step, projectKey }: { part: TourPart; step: number; projectKey: string }) {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  // Each part is read from its heading on.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const show = (next: number) => {
    goTo(next);
    void navigate({ to: `/p/${projectKey.toLowerCase()}${TOUR[next]?.place.path ?? ""}` });
  };
  const isLast = step === TOUR.length - 1;
  return (
    <aside className={classes.panel} aria-label="The guided tour">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed" className="mp-tabular">
          {`Tour, ${step + 1} of ${TOUR.length} · ${part.place.label}`}
        </Text>
        <CloseButton size="sm" aria-label="End the tour" onClick={endTour} />
      </Group>
      <Title order={2} size="h4" ref={heading} tabIndex={-1} className={classes.title}>
        {part.title}
      </Title>
      <div className={classes.text}>
        <MarkdownView text={part.text} />
      </div>
      <Group justify="space-between" mt="sm">
        <Button variant="default" size="compact-md" disabled={step === 0} onClick={() => show(step - 1)}>
          Back
        </Button>
        <Button size="compact-md" onClick={() => (isLast ? endTour() : show(step + 1))}>
          {isLast ? "End the tour" : "Next"}
        </Button>
      </Group>
    </aside>
  );
}
