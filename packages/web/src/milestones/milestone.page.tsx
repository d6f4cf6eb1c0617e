import { Button, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { slipWords } from "../lib/baseline.ts";
import { dayText, shortDay } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { useKeys } from "../lib/keyboard.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { dayOf, healthWord, isOpen, STATE_NAMES } from "../lib/milestone-words.ts";
import { type Milestone, type Plan, planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { AskWhy } from "../ui/ask-why.tsx";
import { Diamond } from "../ui/diamond.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { healthOf } from "../ui/health.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { MilestoneMenu } from "../ui/milestone-menu.tsx";
import { Criteria } from "./criteria.tsx";
import { Deliverables } from "./deliverables.tsx";
import { DependencyLists } from "./dependency-dialog.tsx";
import { Facts } from "./facts.tsx";
import classes from "./milestone.module.css";
import { MilestoneCards } from "./milestone-cards.tsx";
import { MilestoneRisks } from "./milestone-risks.tsx";
import { MilestoneWarnings } from "./milestone-warnings.tsx";
import { Part } from "./part.tsx";
import { HonestPromise } from "./promise.tsx";
import { Roles } from "./roles.tsx";
import { StateHealth } from "./state-health.tsx";
import { Steps } from "./steps.tsx";
import { EditText, TextSlot } from "./text-slot.tsx";

interface MilestonePageProps {
  projectId: string;
  number: number;
  /** Talk, files and history, which are nouns of their own. */
  tabs: (milestone: Milestone, plan: Plan) => ReactNode;
  /** What the client was asked about it. */
  approvals?: (milestone: Milestone) => ReactNode;
  /** The way to what the client sees of it. */
  asClient?: (milestone: Milestone) => ReactNode;
  /** Shown once, when it was reached. */
  moment?: (milestone: Milestone) => ReactNode;
}

/** S6: what is it, why does it matter, who must do what? */
export function MilestonePage({ projectId, number, tabs, approvals, asClient, moment }: MilestonePageProps) {
  const plan = useSuspenseQuery(planQuery(projectId)).data;
  const milestone = plan.milestones.find((each) => each.number === number);
  useTitle(milestone?.title ?? "Milestone", plan.project.name);
  if (!milestone)
    return (
      <EmptyState
        title={`There is no M${number} here`}
        action={<Link to={`/p/${plan.project.key.toLowerCase()}/roadmap` as "/"}>To the roadmap</Link>}
      >
        It may be in the trash, or it became a card.
      </EmptyState>
    );
  return (
    <Shown
      plan={plan}
      milestone={milestone}
      tabs={tabs}
      asked={approvals?.(milestone)}
      top={asClient?.(milestone)}
      moment={moment?.(milestone)}
    />
  );
}

function Shown({
  plan,
  milestone,
  tabs,
  asked,
  top,
  moment,
}: Pick<MilestonePageProps, "tabs"> & {
  plan: Plan;
  milestone: Milestone;
  asked: ReactNode;
  top: ReactNode;
  moment: ReactNode;
}) {
  const { may, key } = plan.project;
  const projectKey = key.toLowerCase();
  const over = !isOpen(milestone);
  const texts = { milestone, mayPlan: may.editPlan && !over };
  usePageKeys(milestone, texts.mayPlan);
  return (
    <article>
      <div className={classes.top}>
        <Crumbs plan={plan} milestone={milestone} />
        {top}
      </div>
      {moment}
      <Head plan={plan} milestone={milestone} />
      {may.editPlan ? (
        <AskWhy projectId={plan.project.id} currency={plan.project.currency} milestoneId={milestone.id} />
      ) : null}
      <div className={classes.columns}>
        <Stack gap="lg">
          <Part title="Outcome">
            <TextSlot
              {...texts}
              field="outcome"
              label="Outcome"
              question={over ? "Nothing was written." : "What will be there that is not there today?"}
            />
          </Part>
          <Part title="Why it matters">
            <TextSlot
              {...texts}
              field="why"
              label="Why"
              question={over ? "Nothing was written." : "Why does it matter, to the client and to you?"}
            />
          </Part>
          {over ? null : <HonestPromise plan={plan} milestone={milestone} />}
          <Criteria milestone={milestone} mayPlan={may.editPlan} mayWork={may.work} />
          <Deliverables milestone={milestone} mayPlan={may.editPlan} mayWork={may.work} />
          {asked}
          <MilestoneCards
            milestone={milestone}
            projectKey={projectKey}
            mayWork={may.work}
            manages={may.editPlan}
          />
          {tabs(milestone, plan)}
        </Stack>
        <aside className={classes.side} aria-label="Facts">
          <Facts key={milestone.id} plan={plan} milestone={milestone} />
          <Roles milestone={milestone} mayPlan={may.editPlan} />
          <Part
            title="Dependencies"
            anchor="dependencies"
            action={
              texts.mayPlan ? (
                <Button size="compact-sm" variant="default" onClick={() => ask("links", milestone)}>
                  Add
                </Button>
              ) : null
            }
          >
            <DependencyLists plan={plan} milestone={milestone} />
          </Part>
          <MilestoneRisks plan={plan} milestone={milestone} />
        </aside>
      </div>
    </article>
  );
}

function Crumbs({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const at = `/p/${plan.project.key.toLowerCase()}`;
  const phase = plan.milestones.find(({ id }) => id === milestone.parentId);
  return (
    <nav aria-label="Where you are" className={classes.crumbs}>
      <Link to={at as "/"}>{plan.project.name}</Link>
      <span aria-hidden="true">›</span>
      <Link to={`${at}/roadmap` as "/"} search={{ at: `M${milestone.number}` } as never}>
        Roadmap
      </Link>
      <span aria-hidden="true">›</span>
      {phase ? (
        <>
          <Link to={`/m/${phase.ref}` as "/"}>{phase.title}</Link>
          <span aria-hidden="true">›</span>
        </>
      ) : null}
      <span>{milestone.ref}</span>
    </nav>
  );
}

function Head({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const navigate = useNavigate();
  const [renaming, setRenaming] = useState(false);
  const { title, state, health } = milestone;
  const mayPlan = plan.project.may.editPlan && isOpen(milestone);
  const sign = healthOf(healthWord(milestone), health?.below ?? null);
  const day = dayOf(milestone);
  return (
    <header>
      <div className={classes.head}>
        <span style={{ paddingTop: 4 }}>
          <Diamond state={sign.state} waiting={sign.waiting} size={26} />
        </span>
        <div className={classes.grow}>
          {renaming ? (
            <>
              <VisuallyHidden>
                <h1>{title}</h1>
              </VisuallyHidden>
              <EditText
                milestone={milestone}
                field="title"
                label="Title"
                onClose={() => setRenaming(false)}
              />
            </>
          ) : (
            <Group gap="xs">
              <Title order={1} style={{ overflowWrap: "anywhere" }}>
                {title}
              </Title>
              {mayPlan ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label="Rename"
                  onClick={() => setRenaming(true)}
                >
                  Rename
                </Button>
              ) : null}
            </Group>
          )}
        </div>
        <MilestoneMenu
          milestone={milestone}
          mayPlan={plan.project.may.editPlan}
          own
          onGone={() => void navigate({ to: `/p/${plan.project.key.toLowerCase()}/plan` as "/" })}
        />
      </div>
      <div className={classes.facts}>
        {state === "dropped" ? null : (
          <HealthChip
            word={healthWord(milestone)}
            below={health?.below ?? null}
            reasons={(health?.reasons ?? []).map(reasonText)}
          />
        )}
        {healthWord(milestone) === "reached" ? null : <Text fw={600}>{STATE_NAMES[state]}</Text>}
        {day ? (
          <Text className="mp-tabular">
            <time dateTime={day}>{dayText(day, plan.today)}</time>
            {windowText(milestone)}
          </Text>
        ) : (
          <Text c="dimmed">No date yet</Text>
        )}
        <BaselineDate plan={plan} milestone={milestone} />
        <ToldDate plan={plan} milestone={milestone} />
        {mayPlan ? (
          <Button size="compact-sm" variant="default" onClick={() => ask("dates", milestone)}>
            {day ? "Move date" : "Set a date"}
          </Button>
        ) : null}
      </div>
      {milestone.droppedReason ? <Text mb="sm">{`Dropped: ${milestone.droppedReason}`}</Text> : null}
      <StateHealth plan={plan} milestone={milestone} />
      <Group mb="lg">
        <Steps plan={plan} milestone={milestone} />
      </Group>
      <MilestoneWarnings plan={plan} milestone={milestone} />
    </header>
  );
}

/** What the client reads still, where that is another day. */
function ToldDate({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const { toldTargetOn, targetOn } = milestone;
  if (toldTargetOn === null || toldTargetOn === targetOn || !isOpen(milestone)) return null;
  return (
    <Text c="dimmed" className="mp-tabular">
      {`The client reads ${dayText(toldTargetOn, plan.today)}`}
    </Text>
  );
}

/** Where the plan had it when it was kept, and how much later it is now. */
function BaselineDate({ plan, milestone: { baseline, reachedOn } }: { plan: Plan; milestone: Milestone }) {
  if (!plan.baseline || !baseline?.targetOn) return null;
  const slip = slipWords(baseline.slipDays, reachedOn !== null);
  return (
    <Text c="dimmed" className="mp-tabular">
      {`Baseline ${plan.baseline.n}: ${dayText(baseline.targetOn, plan.today)}`}
      {slip ? (
        <Text span fw={600} c={late(baseline) ? "var(--mp-at-risk)" : "inherit"}>{` ${slip}`}</Text>
      ) : null}
    </Text>
  );
}

function late({ slipDays }: { slipDays: number | null }): boolean {
  return slipDays !== null && slipDays > 0;
}

/** How long it may take; of a reached one, where its day had been meant to be. */
function windowText({ reachedOn, targetOn, startOn, workingDays }: Milestone): string {
  if (reachedOn) return targetOn && targetOn !== reachedOn ? `, its target was ${dayText(targetOn)}` : "";
  return startOn && workingDays ? `, ${workingDays} working days from ${shortDay(startOn)}` : "";
}

function ask(kind: "dates" | "links", { projectId, id }: Milestone): void {
  openMilestoneDialog({ kind, projectId, milestoneId: id });
}

function usePageKeys(milestone: Milestone, mayPlan: boolean): void {
  const keys = useMemo(
    () => (mayPlan ? [{ keys: "d", label: "Move the date", run: () => ask("dates", milestone) }] : []),
    [milestone, mayPlan],
  );
  useKeys("Milestone", keys);
}
