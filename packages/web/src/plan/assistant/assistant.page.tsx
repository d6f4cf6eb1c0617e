import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { boardQuery } from "../../lib/board-query.ts";
import { useProject } from "../../lib/current-project.ts";
import { type Plan, planQuery } from "../../lib/plan-query.ts";
import { useTitle } from "../../lib/title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { PlanCheck } from "../plan-check.tsx";
import classes from "./assistant.module.css";
import { DatesStep } from "./dates-step.tsx";
import { KeepStep } from "./keep-step.tsx";
import { MilestonesStep } from "./milestones-step.tsx";
import { ObjectiveStep } from "./objective-step.tsx";
import { OutlineStep } from "./outline-step.tsx";
import { PlanRoad } from "./plan-road.tsx";
import type { PromisePart } from "./promise-dates.tsx";
import { STEPS, type StepNumber } from "./step-search.ts";
import { StepSection } from "./step-section.tsx";
import { nextStep, stepStates } from "./steps.ts";

/** What other nouns lend to the assistant. */
export interface AssistantParts {
  /** "What kind of work is it?" */
  kinds: (plan: Plan) => ReactNode;
  Promise: PromisePart;
}

interface AssistantPageProps extends AssistantParts {
  /** The open step; 0 when all are folded, nothing where the address does not say. */
  step: StepNumber | 0 | undefined;
  onStep: (step: StepNumber | 0) => void;
}

const ROAD_FROM = 3;

/** S4: what would a plan look like that we can keep? Everything is stored in the project as it is said; leaving loses nothing. */
export function AssistantPage({ step, onStep, kinds, Promise: Why }: AssistantPageProps) {
  const { id, key, name } = useProject();
  useTitle("Planning assistant", name);
  const plan = useSuspenseQuery(planQuery(id)).data;
  const board = useQuery(boardQuery(id)).data;
  const states = stepStates(plan, board);
  // A step stays open while it is worked on, also when it is done by that.
  const [first] = useState(() => nextStep(states));
  const open = step ?? first;
  if (!plan.project.may.editPlan)
    return (
      <Page title="Planning assistant">
        <EmptyState title="The project's lead plans here">
          You can read the plan as it stands on its own page.
        </EmptyState>
      </Page>
    );
  const body: Record<StepNumber, () => ReactNode> = {
    1: () => <ObjectiveStep plan={plan} />,
    2: () => <OutlineStep plan={plan} board={board} kinds={kinds(plan)} />,
    3: () => <MilestonesStep plan={plan} />,
    4: () => <DatesStep plan={plan} board={board} Promise={Why} />,
    5: () => <PlanCheck plan={plan} titled={false} />,
    6: () => <KeepStep plan={plan} board={board} />,
  };
  return (
    <Page
      title="Planning assistant"
      lead={
        <>
          Six steps to a plan that you can keep. All is stored as you go;{" "}
          <Link to={`/p/${key.toLowerCase()}/plan` as "/"}>the plan page</Link> shows the same plan at once.
        </>
      }
    >
      <div className={classes.columns} data-road={open >= ROAD_FROM}>
        <div className={classes.steps}>
          {STEPS.map((each) => (
            <StepSection
              key={each}
              step={each}
              state={states[each]}
              open={open === each}
              onToggle={() => onStep(open === each ? 0 : each)}
              onNext={each < 6 ? () => onStep((each + 1) as StepNumber) : null}
            >
              {body[each]()}
            </StepSection>
          ))}
        </div>
        {open >= ROAD_FROM ? <PlanRoad plan={plan} /> : null}
      </div>
    </Page>
  );
}
