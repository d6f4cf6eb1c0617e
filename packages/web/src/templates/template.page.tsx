import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";
import { type TemplateDetail, templateQuery } from "../lib/template-query.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { Page } from "../ui/page.tsx";
import { ClientText } from "./client-text.tsx";
import { MilestoneSheet } from "./milestone-sheet.tsx";
import classes from "./template.module.css";
import { TemplateFacts } from "./template-facts.tsx";
import { TemplateMenu } from "./template-menu.tsx";
import { Checklists, Objectives, Part, Roles } from "./template-parts.tsx";
import { readView, type TemplateView } from "./template-view.ts";
import { UseButton } from "./use-button.tsx";

/** All that a template holds, as a project made from it will have it. */
export function TemplatePage() {
  const { templateId } = useParams({ from: "/templates/$templateId" });
  const template = useSuspenseQuery(templateQuery(templateId)).data;
  const { view } = readView(useSearch({ strict: false }));
  const change = useSearchChange(changed);
  const { plan, daysPerWeek } = template;
  useTitle(plan.name, "Templates");
  return (
    <Page title={plan.name} lead={plan.summary} narrow actions={<Actions template={template} />}>
      <TemplateFacts template={template} />
      <SegmentedControl
        className="mp-screen"
        aria-label="Shown"
        data={[
          { value: "all", label: "Everything" },
          { value: "client", label: "What the client reads" },
        ]}
        value={view ?? "all"}
        onChange={(value) => change({ view: value })}
      />
      {view === "client" ? (
        <ClientText template={plan} daysPerWeek={daysPerWeek} />
      ) : (
        <Everything template={template} />
      )}
    </Page>
  );
}

function changed(_before: TemplateView, change: { view: string }): TemplateView {
  return readView(change);
}

function Actions({ template: { id, builtIn, plan } }: { template: TemplateDetail }) {
  const mayEdit = useCan("template.edit") && !builtIn;
  const navigate = useNavigate();
  return (
    <Group gap="xs" className="mp-screen">
      <UseButton templateId={id} />
      {mayEdit ? (
        <Button variant="default" component={Link} to={`/templates/${id}/edit`}>
          Edit
        </Button>
      ) : null}
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
      <TemplateMenu
        template={{ id, builtIn, name: plan.name }}
        leave={() => navigate({ to: "/templates" })}
      />
    </Group>
  );
}

function Everything({ template: { plan, daysPerWeek } }: { template: TemplateDetail }) {
  return (
    <>
      {plan.outcome ? (
        <Part title="Outcome">
          <Text className={classes.text}>{plan.outcome}</Text>
        </Part>
      ) : null}
      <Objectives objectives={plan.objectives} />
      <Part title="Milestones">
        <ol className={classes.milestones}>
          {plan.milestones.map((milestone, index) => (
            <MilestoneSheet
              key={milestone.key}
              template={plan}
              milestone={milestone}
              n={index + 1}
              daysPerWeek={daysPerWeek}
            />
          ))}
        </ol>
      </Part>
      <Roles roles={plan.roles} />
      <Checklists plan={plan} />
    </>
  );
}
