import { ActionIcon, Button, Menu, Text, Title } from "@mantine/core";
import { IconDots, IconExternalLink } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useProject } from "../lib/current-project.ts";
import { type Door, doorsQuery, removeDoor, shiftDoor } from "../lib/doors.ts";
import { Refusal } from "../ui/refusal.tsx";
import { DoorForm } from "./door-form.tsx";
import classes from "./doors.module.css";

/** Named ways to outside services: where the designs, the code or the staging site are. Nothing of theirs is fetched. */
export function Doors() {
  const { id: projectId } = useProject();
  const { data: doors = [], error } = useQuery(doorsQuery(projectId));
  const [editing, setEditing] = useState<Door | "new" | null>(null);
  return (
    <section aria-labelledby="doors">
      <Title order={2} size="h3" mb={4} id="doors">
        Doors
      </Title>
      {error ? <Refusal problem={error} /> : null}
      {doors.length === 0 && !error ? (
        <Text size="sm" c="dimmed">
          Ways to what is kept elsewhere: designs, code, the staging site.
        </Text>
      ) : null}
      <ul className={classes.list}>
        {doors.map((door, place) => (
          <li key={door.id} className={classes.door}>
            <a href={door.url} target="_blank" rel="noopener noreferrer" className={classes.name}>
              {door.name}
              <IconExternalLink size={14} aria-hidden />
            </a>
            <DoorMenu
              door={door}
              doors={doors}
              place={place}
              projectId={projectId}
              onEdit={() => setEditing(door)}
            />
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setEditing("new")}>
        Add a door
      </Button>
      {editing ? (
        <DoorForm
          projectId={projectId}
          door={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  );
}

interface DoorMenuProps {
  door: Door;
  doors: readonly Door[];
  place: number;
  projectId: string;
  onEdit: () => void;
}

function DoorMenu({ door, doors, place, projectId, onEdit }: DoorMenuProps) {
  const client = useQueryClient();
  const shift = (by: -1 | 1) => void shiftDoor(client, projectId, doors, { door, by });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More for ${door.name}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>Change</Menu.Item>
        {place > 0 ? <Menu.Item onClick={() => shift(-1)}>Move up</Menu.Item> : null}
        {place < doors.length - 1 ? <Menu.Item onClick={() => shift(1)}>Move down</Menu.Item> : null}
        <Menu.Item onClick={() => void removeDoor(client, projectId, door)}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
