import { Anchor, Box, Button, Stack, Title } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { Page } from "../ui/page.tsx";
import { RoadStrip } from "../ui/road-strip.tsx";
import { isCare } from "./care.ts";
import { CareLinks } from "./care-links.tsx";
import { CareList } from "./care-list.tsx";
import { NextMilestone } from "./next-milestone.tsx";
import { ObjectiveList } from "./objective-list.tsx";
import classes from "./overview.module.css";
import { headline } from "./overview-headline.ts";
import { PeopleList } from "./people-list.tsx";
import { portfolioQuery } from "./portfolio.api.ts";
import { ProjectEmpty } from "./project-empty.tsx";
import { ScopeLines } from "./scope-lines.tsx";
import { stonesOf } from "./stones.ts";

/** S2: is it fine, what is next, what is waiting? */
export function OverviewPage() {
  const { id, key, name } = useProject();
  useTitle("Overview", name);
  const plan = useSuspenseQuery(planQuery(id)).data;
  const { project, milestones, today } = plan;
  const planned = milestones.some(({ targetOn }) => targetOn !== null);
  const edit = `/p/${key.toLowerCase()}/edit`;
  return (
    <Page
      title={headline(plan)}
      sentence
      lead={
        <Box mt={4}>
          <HealthChip word={project.health.word} reasons={project.health.reasons.map(reasonText)} />
        </Box>
      }
      actions={
        project.may.editPlan ? (
          <Button variant="default" component={Link} to={edit}>
            Edit head page
          </Button>
        ) : null
      }
    >
      <Stack gap="lg">
        {planned ? (
          <RoadStrip
            stones={stonesOf(milestones)}
            today={today}
            from={project.startOn}
            to={project.dueOn}
            label={`The road of ${name}: ${headline(plan)}`}
          />
        ) : (
          <ProjectEmpty projectKey={key.toLowerCase()} mayPlan={project.may.editPlan} />
        )}
        <Counters projectId={id} name={name} />
        <div className={classes.columns}>
          <Stack gap="lg">
            <NextMilestone plan={plan} />
            <ObjectiveList objectives={plan.objectives} />
          </Stack>
          <Stack gap="lg">
            <ScopeLines project={project} />
            <section>
              <Title order={2} size="h3" mb={4}>
                People
              </Title>
              <PeopleList projectId={id} />
              {project.may.editPlan ? (
                <Anchor component={Link} to={edit} hash="people" size="sm">
                  Who works on this
                </Anchor>
              ) : null}
            </section>
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

/** The counters come with the portfolio; the page stands without them while they are on their way. */
function Counters({ projectId, name }: { projectId: string; name: string }) {
  const { care } = useSearch({ strict: false });
  const here = useQuery(portfolioQuery).data?.projects.find(({ id }) => id === projectId);
  const open = isCare(care) ? care : undefined;
  if (!here) return null;
  return (
    <Stack gap="sm">
      <CareLinks counters={here.counters} active={open} />
      {open ? <CareList projects={[{ id: projectId, name }]} counter={open} /> : null}
    </Stack>
  );
}
