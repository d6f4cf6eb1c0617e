import { Menu, UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useCan, useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { giveShare } from "./share-acts.ts";
import type { Workload } from "./workload.api.ts";
import classes from "./workload.module.css";

const SHARES = [20, 40, 50, 60, 80, 100];

interface ShareMenuProps {
  person: { id: string; name: string };
  view: Workload;
  /** What stands there instead of the name, where that is said already. */
  words?: string;
}

/** Which part of somebody's time is a project's, in two presses: the name, then the part. */
export function ShareMenu({ person, view, words }: ShareMenuProps) {
  const client = useQueryClient();
  const { project: chosen } = useSearch({ from: "/workload" });
  const me = useMe().person;
  const changesOthers = useCan("availability.edit");
  if (person.id !== me.id && !changesOthers) return words ? null : person.name;
  const projects = chosen ? view.projects.filter(({ id }) => id === chosen) : view.projects;
  const [only] = projects.length === 1 ? projects : [];
  const parts = (project: Workload["projects"][number]) =>
    [...SHARES, null].map((percent) => (
      <Menu.Item
        key={percent}
        onClick={() => void giveShare(client, { person, project, percent }, view.today).catch(sayProblem)}
      >
        {percent === null ? "No fixed part" : `${percent} %`}
      </Menu.Item>
    ));
  return (
    <Menu position="bottom-start" shadow="md" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={classes.person}
          aria-label={words ? `${words}: ${person.name}` : `${person.name}: part of their time`}
        >
          {words ?? person.name}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {only ? `Part of the time for ${only.name}, from today on` : "Part of the time for"}
        </Menu.Label>
        {only
          ? parts(only)
          : projects.map((project) => (
              <Menu.Sub key={project.id}>
                <Menu.Sub.Target>
                  <Menu.Sub.Item>{project.name}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>{parts(project)}</Menu.Sub.Dropdown>
              </Menu.Sub>
            ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings/time" search={{ person: person.id } as never}>
          Hours, days off and other parts…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
