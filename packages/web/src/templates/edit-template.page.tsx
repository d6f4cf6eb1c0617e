import { Button } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { useCan } from "../lib/session.ts";
import { type TemplateDetail, templateQuery } from "../lib/template-query.ts";
import { useTitle } from "../lib/title.ts";
import { AddLine } from "../ui/add-line.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { ChecklistsEditor } from "./checklists-editor.tsx";
import { HeadForm } from "./head-form.tsx";
import { MilestoneEditor } from "./milestone-editor.tsx";
import { ObjectivesEditor } from "./objectives-editor.tsx";
import { RolesEditor } from "./roles-editor.tsx";
import classes from "./template.module.css";
import { changeParts } from "./template-acts.ts";
import { withNewMilestones } from "./template-changes.ts";
import { TemplateFacts } from "./template-facts.tsx";
import { TemplateMenu } from "./template-menu.tsx";
import { Part } from "./template-parts.tsx";

/** One of the workspace's own templates, part by part. */
export function EditTemplatePage() {
  const { templateId } = useParams({ strict: false });
  const template = useSuspenseQuery(templateQuery(templateId ?? "")).data;
  const mayEdit = useCan("template.edit");
  const navigate = useNavigate();
  const { id, builtIn, plan } = template;
  useTitle("Edit", plan.name);
  if (builtIn || !mayEdit) return <NotYours id={id} name={plan.name} />;
  return (
    <Page
      title={`Edit ${plan.name}`}
      lead="Projects made from it stay as they are."
      narrow
      actions={
        <>
          <Button variant="default" component={Link} to={`/templates/${id}`}>
            Preview
          </Button>
          <TemplateMenu
            template={{ id, builtIn, name: plan.name }}
            leave={() => navigate({ to: "/templates" })}
          />
        </>
      }
    >
      <TemplateFacts template={template} />
      <HeadForm key={id} template={template} />
      <ObjectivesEditor template={template} />
      <Milestones template={template} />
      <RolesEditor template={template} />
      <ChecklistsEditor template={template} />
    </Page>
  );
}

function Milestones({ template }: { template: TemplateDetail }) {
  const client = useQueryClient();
  const { plan, daysPerWeek } = template;
  const add = (titles: readonly string[]) =>
    changeParts(client, template, withNewMilestones(plan, titles, daysPerWeek));
  return (
    <Part title="Milestones">
      <ol className={classes.milestones}>
        {plan.milestones.map((milestone, index) => (
          <MilestoneEditor key={milestone.key} template={template} milestone={milestone} n={index + 1} />
        ))}
      </ol>
      <AddLine
        label="New milestone"
        placeholder="What will be true?"
        maxLength={240}
        onAdd={(title) => add([title])}
        many={{
          offer: (lines) => `Add ${counted(lines.length, "milestone")}`,
          onAdd: (lines) => add(lines.map(({ text }) => text)),
        }}
      />
    </Part>
  );
}

function NotYours({ id, name }: { id: string; name: string }) {
  return (
    <EmptyState
      title={name}
      level={1}
      action={
        <Button component={Link} to={`/templates/${id}`}>
          See {name}
        </Button>
      }
    >
      It is copied rather than changed: a copy is yours, and can be made into what you need.
    </EmptyState>
  );
}
