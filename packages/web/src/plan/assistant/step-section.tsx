import { Button, Group } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./assistant.module.css";
import type { StepNumber } from "./step-search.ts";
import { STEP_QUESTIONS, STEP_TITLES, type StepState } from "./steps.ts";

interface StepSectionProps {
  step: StepNumber;
  state: StepState;
  open: boolean;
  /** Opens this step, or closes it. */
  onToggle: () => void;
  /** Goes on to the step below; none below the last. */
  onNext: (() => void) | null;
  children: ReactNode;
}

/** One of the six steps: folded it says in a line what stands there. */
export function StepSection({ step, state, open, onToggle, onNext, children }: StepSectionProps) {
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  useFocusWhenOpened(open, head);
  return (
    <section className={classes.step} data-open={open} aria-labelledby={`${id}-title`}>
      <h2 className={classes.head}>
        <button
          ref={head}
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={onToggle}
        >
          <span className={classes.number} data-done={state.done}>
            {state.done ? <IconCheck size={16} aria-label="Done" /> : step}
          </span>
          <span className={classes.title} id={`${id}-title`}>
            {STEP_TITLES[step]}
          </span>
          <span className={classes.summary}>{open ? "" : state.summary}</span>
          <IconChevronDown size={18} aria-hidden className={classes.chevron} />
        </button>
      </h2>
      <div id={`${id}-body`} className={classes.body} hidden={!open}>
        {open ? (
          <>
            <p className={classes.question}>{STEP_QUESTIONS[step]}</p>
            {children}
            {onNext ? (
              <Group mt="lg">
                <Button variant="default" onClick={onNext}>{`Next: ${nextTitle(step)}`}</Button>
              </Group>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

function nextTitle(step: StepNumber): string {
  return STEP_TITLES[Math.min(6, step + 1) as StepNumber].toLowerCase();
}

/** Who goes on with the keyboard goes on in the step that opened; the page itself opens where it was left, without moving. */
function useFocusWhenOpened(open: boolean, head: React.RefObject<HTMLButtonElement | null>): void {
  const was = useRef(open);
  useEffect(() => {
    if (open && !was.current) {
      head.current?.focus({ preventScroll: true });
      head.current?.scrollIntoView({ block: "start" });
    }
    was.current = open;
  }, [open, head]);
}
