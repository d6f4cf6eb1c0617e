import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";
import type { TemplateHead } from "../lib/template-query.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { copyToOwn, removeTemplate } from "./template-acts.ts";
import { fileAddress } from "./templates.api.ts";

interface TemplateMenuProps {
  template: Pick<TemplateHead, "id" | "name" | "builtIn">;
  /** On a page of its own: goes away before it is gone. */
  leave?: () => Promise<unknown>;
}

/** What can be done with a template beside using it; one that comes along is copied, not changed. */
export function TemplateMenu({ template, leave }: TemplateMenuProps) {
  const { id, name, builtIn } = template;
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayEdit = useCan("template.edit");
  const copy = async () => {
    const made = await copyToOwn(client, id);
    const go = () => navigate({ to: "/templates/$templateId/edit", params: { templateId: made.id } });
    sayDone(`“${made.name}” is among your own now.`, { label: "Edit it", go });
  };
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={`More for ${name}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit && !builtIn ? (
          <Menu.Item component={Link} to={`/templates/${id}/edit`}>
            Edit
          </Menu.Item>
        ) : null}
        {mayEdit ? <Menu.Item onClick={() => copy().catch(sayProblem)}>Copy</Menu.Item> : null}
        <Menu.Item component="a" href={fileAddress(id)} download>
          Export as a file
        </Menu.Item>
        {mayEdit && !builtIn ? (
          <Menu.Item
            c="var(--mp-off-track)"
            onClick={() => removeTemplate(client, template, leave).catch(sayProblem)}
          >
            Delete
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
