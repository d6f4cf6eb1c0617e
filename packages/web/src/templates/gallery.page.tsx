import { Button, FileButton, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useFilesAnywhere } from "../lib/files-anywhere.ts";
import { useCan } from "../lib/session.ts";
import { type TemplateHead, templatesQuery } from "../lib/template-query.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import classes from "./gallery.module.css";
import { GalleryFilter } from "./gallery-filter.tsx";
import { fitting, readSearch, tradesOf } from "./gallery-search.ts";
import { ImportOutcomes } from "./import-outcomes.tsx";
import { TemplateCard } from "./template-card.tsx";
import { useImports } from "./use-imports.ts";

/** S19: which plan do I begin with? */
export function GalleryPage() {
  useTitle("Templates");
  if (!useCan("template.read"))
    return (
      <EmptyState title="Templates" level={1}>
        Templates are for those who plan. What you work on is under Today.
      </EmptyState>
    );
  return <Gallery />;
}

function Gallery() {
  const mayEdit = useCan("template.edit");
  const templates = useSuspenseQuery(templatesQuery).data;
  const search = readSearch(useSearch({ strict: false }));
  const { take, busy, outcomes, forget } = useImports();
  const isOver = useFilesAnywhere((files) => void take([...files]), mayEdit);
  const shown = fitting(templates, search);
  const own = templates.filter(({ builtIn }) => !builtIn);
  return (
    <Page
      title="Templates"
      lead="A plan to begin with: milestones, what done means, who does what. Projects made from one stay as they are."
      actions={
        mayEdit ? (
          <FileButton
            multiple
            accept="application/json,.json"
            inputProps={{ "aria-label": "Template files" }}
            onChange={(files) => void take(files)}
          >
            {(props) => (
              <Button {...props} variant="default" loading={busy}>
                Import a file
              </Button>
            )}
          </FileButton>
        ) : null
      }
    >
      {isOver ? <div className={classes.over}>Drop template files here</div> : null}
      <ImportOutcomes outcomes={outcomes} onClose={forget} />
      <GalleryFilter search={search} trades={tradesOf(templates)} />
      <Cards title="Your own" templates={shown.filter(({ builtIn }) => !builtIn)}>
        {own.length === 0 ? <NoneYet mayEdit={mayEdit} /> : "None of your own fits these filters."}
      </Cards>
      <Cards title="Ready-made" templates={shown.filter(({ builtIn }) => builtIn)}>
        None of the ready-made ones fits these filters. <Link to="/templates">Show all</Link>
      </Cards>
    </Page>
  );
}

interface CardsProps {
  title: string;
  templates: readonly TemplateHead[];
  /** What stands there while there are none. */
  children: ReactNode;
}

function Cards({ title, templates, children }: CardsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBottom: 32 }}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {templates.length === 0 ? (
        <Text c="dimmed" component="div">
          {children}
        </Text>
      ) : (
        <ul className={classes.cards}>
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NoneYet({ mayEdit }: { mayEdit: boolean }) {
  return <>The plans that your studio makes again and again belong here. {mayEdit ? WAYS : ""}</>;
}

const WAYS =
  "Copy a ready-made one and change it, press “Save as template” on a project's plan, or drop a template file on this page.";
