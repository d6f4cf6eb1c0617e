import { Anchor, Box, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useProject } from "../lib/current-project.ts";
import { type EarlyWarning, warningsQuery } from "../lib/early-warnings.ts";
import { useIsGuest } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { Page } from "../ui/page.tsx";
import { RoadStrip } from "../ui/road-strip.tsx";
import { StatedLine } from "../ui/stated-line.tsx";
import { WarningList } from "../ui/warning-list.tsx";
import { WarningSteps } from "../ui/warning-steps.tsx";
import { isCare } from "./care.ts";
import { CareLinks } from "./care-links.tsx";
import { CareList } from "./care-list.tsx";
import { DeskDays } from "./desk-days.tsx";
import { NextMilestone } from "./next-milestone.tsx";
import { ObjectiveList } from "./objective-list.tsx";
import classes from "./overview.module.css";
import { headlineOf } from "./overview-headline.ts";
import { PeopleList } from "./people-list.tsx";
import { type Overview, overviewQuery } from "./portfolio.api.ts";
import { ProjectEmpty } from "./project-empty.tsx";
import { ScopeLines } from "./scope-lines.tsx";
import { keptText, stonesOf, whyHealth } from "./stones.ts";

interface OverviewPageProps {
  waiting?: ReactNode;
  /** What leads outside: doors, and how its dates come into one's own calendar. */
  outside?: ReactNode;
}

/** S2: is it fine, what is next, what is waiting? */
export function OverviewPage({ waiting = null, outside = null }: OverviewPageProps) {
  const { id, key, name } = useProject();
  useTitle("Overview", name);
  const { care } = useSearch({ strict: false });
  const overview = useSuspenseQuery(overviewQuery(id)).data;
  const { project, counters } = overview;
  // A guest is shown no plan: nothing may be said of it, and least that there is none.
  const seesPlan = !useIsGuest();
  const open = isCare(care) ? care : undefined;
  const { sentence, rest } = headlineOf(overview);
  const { data: warnings = [] } = useQuery({ ...warningsQuery(id), enabled: seesPlan });
  // What the word's own reason says needs only its next step.
  const said = warnings.filter((one) => one.inHealth && one.milestone?.id === project.health.milestoneId);
  const manages = project.may.editPlan;
  return (
    <Page
      title={seesPlan ? sentence : "Your cards are on the board."}
      sentence
      lead={
        seesPlan ? (
          <Box mt={4}>
            <HealthChip
              word={project.health.word}
              below={project.health.below}
              reasons={whyHealth({ health: project.health, milestones: overview.milestones })}
              also={rest}
              unseen={overview.review?.silence != null}
            />
            {project.health.stated ? <StatedLine stated={project.health.stated} /> : null}
            <Box mt={said.length > 0 ? 6 : 0}>
              <WarningSteps project={project} warnings={said} manages={manages} />
            </Box>
            <KeptLine kept={overview.kept} />
          </Box>
        ) : null
      }
      actions={
        project.may.editPlan ? (
          <>
            <Button variant="subtle" component={Link} to={`/p/${key.toLowerCase()}/time`}>
              Time against estimate
            </Button>
            <Button variant="default" component={Link} to={`/p/${key.toLowerCase()}/edit`}>
              Edit head page
            </Button>
          </>
        ) : null
      }
    >
      <Stack gap="lg">
        {seesPlan ? <Road overview={overview} /> : null}
        <CareLinks counters={counters} active={open} />
        {open ? <CareList projects={[{ id, name }]} counter={open} /> : null}
        <WarningList
          project={project}
          warnings={warnings.filter((one) => !said.includes(one)).map(startedBelow)}
          manages={manages}
        />
        {waiting}
        <Facts overview={overview} outside={outside} />
      </Stack>
    </Page>
  );
}

/** The line of the next review has the button that starts it. */
function startedBelow(warning: EarlyWarning): EarlyWarning {
  return { ...warning, steps: warning.steps.filter((step) => step.do !== "start_review") };
}

/** "3 of 4 milestones reached on the agreed date", once one of them is. */
function KeptLine({ kept }: Pick<Overview, "kept">) {
  if (kept === null || kept.of === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={4} className="mp-tabular">
      {keptText(kept)}
    </Text>
  );
}

function Road({ overview }: { overview: Overview }) {
  const { project, milestones, today } = overview;
  const stones = stonesOf(milestones);
  if (stones.length === 0)
    return <ProjectEmpty projectKey={project.key.toLowerCase()} mayPlan={project.may.editPlan} />;
  return (
    <RoadStrip
      stones={stones}
      today={today}
      from={project.startOn}
      to={project.dueOn}
      label={`The road of ${project.name}: ${headlineOf(overview).sentence}`}
    />
  );
}

function Facts({ overview, outside }: { overview: Overview; outside: ReactNode }) {
  const { project, next, people, today, objectives, desks } = overview;
  return (
    <div className={next || objectives.length > 0 || desks.length > 0 ? classes.columns : undefined}>
      <Stack gap="lg">
        {next ? (
          <NextMilestone
            next={next}
            today={today}
            owner={people.find(({ id }) => id === next.ownerId)?.name}
          />
        ) : null}
        <ObjectiveList objectives={objectives} />
        <DeskDays desks={desks} />
      </Stack>
      <Stack gap="lg">
        <ScopeLines project={project} />
        <section>
          <Title order={2} size="h3" mb={4}>
            People
          </Title>
          <PeopleList people={people} />
          {project.may.editPlan ? (
            <Anchor component={Link} to={`/p/${project.key.toLowerCase()}/edit`} hash="people" size="sm">
              Change who works on this
            </Anchor>
          ) : null}
        </section>
        {outside}
      </Stack>
    </div>
  );
}
