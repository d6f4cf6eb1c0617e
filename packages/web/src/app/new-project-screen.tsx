import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { contactsQuery, membersQuery } from "../lib/directory.ts";
import { templateQuery } from "../lib/template-query.ts";
import { offerUndo, sayDone } from "../lib/undo.tsx";
import { useSearchChange } from "../lib/use-search-change.ts";
import { type Beginning, NewProjectPage, type ProjectHead } from "../projects/new-project.page.tsx";
import { useNewProjectDraft } from "../projects/new-project-draft.ts";
import { KindChoice } from "../templates/kind-choice.tsx";
import { peopleOf, teamOf } from "../templates/role-people.ts";
import { planWords, sentDates, useShapedPlan } from "../templates/shaped-plan.ts";
import { useTemplateDraft } from "../templates/template-draft.ts";
import { TemplateSetup } from "../templates/template-setup.tsx";
import { milestonesOf } from "../templates/template-wish.ts";
import { startFromTemplate } from "../templates/templates.api.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { readSearch, toTemplate } from "./new-project-search.ts";

/** A new project: empty, or with the plan of a template. */
export function NewProjectScreen() {
  const draft = useNewProjectDraft();
  const drafted = useTemplateDraft("new-project");
  const { template = drafted.templateId } = readSearch(useSearch({ strict: false }));
  const toKind = useSearchChange(toTemplate);
  const choose = (id: string | null) => {
    drafted.choose(id);
    toKind(id);
  };
  const clear = () => {
    const before = draft.changes;
    draft.clear();
    const putBack = drafted.clear();
    return () => {
      draft.set(before);
      putBack();
    };
  };
  const startOver = () => {
    const putBack = clear();
    toKind(null);
    offerUndo("The page is blank again.", async () => putBack());
  };
  return (
    <NewProjectPage
      draft={draft}
      kind={<KindChoice value={template} onChange={choose} none="Something else: start empty" />}
      beginning={useBeginning(template, draft, drafted)}
      typed={Object.keys(draft.changes).length > 0 || drafted.typed}
      onClear={clear}
      onStartOver={startOver}
    />
  );
}

/** The chosen template with what was said of it, as the page begins with it; `null` without one. */
function useBeginning(
  templateId: string | null,
  { values, set }: ReturnType<typeof useNewProjectDraft>,
  drafted: ReturnType<typeof useTemplateDraft>,
): Beginning | null {
  const enabled = templateId !== null;
  const { data: detail, error } = useQuery({ ...templateQuery(templateId ?? ""), enabled });
  const people = usePeople(values.clientId, enabled);
  const wish = drafted.wishOf(templateId);
  const dates = { by: values.datesBy, startOn: values.startOn, endOn: values.dueOn };
  const shaped = useShapedPlan(detail, wish, dates);
  if (templateId === null) return null;
  if (detail === undefined || shaped === null)
    return {
      setup: error ? <Refusal problem={error} /> : <Waiting />,
      outcome: null,
      words: null,
      start: null,
    };
  const milestones = milestonesOf(detail.plan, wish);
  const words = planWords(shaped);
  const start = async (head: ProjectHead) => {
    const roles = peopleOf(shaped.template, people, wish);
    const sent = { ...head, templateId, dates: sentDates(shaped), people: roles, milestones };
    const { project } = await startFromTemplate(sent);
    sayDone(`${project.name}: ${words}.`);
    return project;
  };
  return {
    setup: (
      <TemplateSetup
        detail={detail}
        shaped={shaped}
        wish={wish}
        dates={dates}
        {...people}
        onWish={(next) => drafted.say(templateId, next)}
        onDates={({ by, startOn, endOn }) => set({ datesBy: by, startOn, dueOn: endOn })}
      />
    ),
    outcome: detail.plan.outcome,
    words: shaped.dayFault ?? (milestones.length > 0 ? words : null),
    start: milestones.length > 0 && shaped.dayFault === null ? start : null,
  };
}

/** Who can take a role: the team, and the client's people where there is a client. */
function usePeople(clientId: string | null, enabled: boolean) {
  const { data: members = [] } = useQuery({ ...membersQuery, enabled });
  const { data: contacts = [] } = useQuery({ ...contactsQuery, enabled });
  const theirs = contacts.filter((contact) => contact.clientId === clientId);
  return {
    members: teamOf(members),
    contacts: clientId === null ? null : theirs.map(({ personId, name }) => ({ id: personId, name })),
  };
}
