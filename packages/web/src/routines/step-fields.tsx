import { Button, CloseButton, Group, NativeSelect, NumberInput } from "@mantine/core";
import type { Board } from "../lib/board-query.ts";
import type { Step } from "./buttons.api.ts";
import { choicesOf, choose, chosenIn, DOES, freshStep } from "./step-words.ts";

const MOST_STEPS = 5;
const MOST_DAYS = 90;

interface StepFieldsProps {
  board: Board;
  steps: readonly Step[];
  onChange: (steps: Step[]) => void;
}

/** What a button does, line by line. */
export function StepFields({ board, steps, onChange }: StepFieldsProps) {
  const replace = (at: number, step: Step) => onChange(steps.with(at, step));
  const lines = steps.map((step, at) => ({ step, at, name: `Step ${at + 1}` }));
  return (
    <>
      {lines.map(({ step, at, name }) => (
        <Group key={name} gap="xs" align="flex-end">
          <NativeSelect
            label={name}
            data={DOES.filter(({ value }) => freshStep(value, board) !== null)}
            value={step.do}
            onChange={({ currentTarget: { value } }) => {
              const does = DOES.find((each) => each.value === value)?.value;
              const fresh = does ? freshStep(does, board) : null;
              if (fresh) replace(at, fresh);
            }}
          />
          <About board={board} step={step} label={`${name}, what`} onChange={(one) => replace(at, one)} />
          {steps.length > 1 ? (
            <CloseButton
              aria-label={`Remove ${name.toLowerCase()}`}
              onClick={() => onChange(steps.toSpliced(at, 1))}
            />
          ) : null}
        </Group>
      ))}
      {steps.length < MOST_STEPS ? (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...steps, { do: "assign", personId: null }])}
          >
            Add a step
          </Button>
        </Group>
      ) : null}
    </>
  );
}

interface AboutProps {
  board: Board;
  step: Step;
  label: string;
  onChange: (step: Step) => void;
}

function About({ board, step, label, onChange }: AboutProps) {
  if (step.do === "due")
    return (
      <NumberInput
        aria-label={`${label}: working days from the press`}
        w={210}
        prefix="in "
        suffix={step.inDays === 1 ? " working day" : " working days"}
        min={0}
        max={MOST_DAYS}
        allowDecimal={false}
        clampBehavior="strict"
        value={step.inDays}
        onChange={(value) => typeof value === "number" && onChange({ ...step, inDays: value })}
      />
    );
  const choices = choicesOf(step, board);
  return choices.length === 0 ? null : (
    <NativeSelect
      aria-label={label}
      data={choices}
      value={chosenIn(step)}
      onChange={({ currentTarget: { value } }) => onChange(choose(step, value))}
    />
  );
}
