import { Button, Group, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { membersQuery } from "../lib/directory.ts";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { useCan } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { Waiting } from "../ui/waiting.tsx";
import {
  changeGroup,
  type GroupFields,
  groupsQuery,
  type MemberGroup,
  makeGroup,
  refreshGroups,
  removeGroup,
} from "./groups.api.ts";
import classes from "./people.module.css";

const NEW = "group.new";
const NOBODY: GroupFields = { name: "", personIds: [] };

/** Members who are named together: `@designers` in a comment or message of the team reaches each of them. */
export function Groups() {
  const client = useQueryClient();
  const groups = useQuery(groupsQuery).data;
  const mayEdit = useCan("group.edit");
  const adding = useInPlace(hasFormDraft(NEW));
  if (!groups) return <Waiting rows={2} />;
  return (
    <>
      {groups.length === 0 && !adding.isOpen ? (
        <Text size="sm" c="dimmed">
          “designers”: Jo and Sam. Then @designers in a comment reaches both, where they may read it.
        </Text>
      ) : null}
      <ul className={classes.list}>
        {groups.map((group) => (
          <GroupLine key={group.id} group={group} mayEdit={mayEdit} />
        ))}
      </ul>
      {adding.isOpen ? (
        <GroupForm
          draft={NEW}
          there={NOBODY}
          onSave={(wanted) => makeGroup(client, wanted)}
          onClose={adding.close}
        />
      ) : mayEdit ? (
        <Button mt="sm" variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
          Add a group
        </Button>
      ) : null}
    </>
  );
}

function GroupLine({ group, mayEdit }: { group: MemberGroup; mayEdit: boolean }) {
  const client = useQueryClient();
  const members = useQuery(membersQuery).data ?? [];
  const draft = `group.${group.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const { name, personIds } = group;
  const names = members.filter(({ personId }) => personIds.includes(personId)).map((each) => each.name);
  return (
    <li className={classes.row}>
      {editing.isOpen ? (
        <GroupForm
          draft={draft}
          there={group}
          onSave={(wanted) => changeGroup(client, group, wanted)}
          onClose={editing.close}
        />
      ) : (
        <>
          <div className={classes.who}>
            <Text fw={600}>@{name}</Text>
            <Text size="sm" c="dimmed" className={classes.words}>
              {names.length === 0 ? "Nobody yet" : names.join(", ")}
            </Text>
          </div>
          {mayEdit ? (
            <Group gap="xs">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Edit group ${name}`}
                autoFocus={editing.hasReturned}
                onClick={editing.open}
              >
                Edit
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Delete group ${name}`}
                onClick={() => void removeGroup(client, group).catch(sayProblem)}
              >
                Delete
              </Button>
            </Group>
          ) : null}
        </>
      )}
    </li>
  );
}

interface GroupFormProps {
  draft: string;
  there: GroupFields;
  onSave: (wanted: GroupFields) => Promise<void>;
  onClose: () => void;
}

function GroupForm({ draft, there, onSave, onClose }: GroupFormProps) {
  const client = useQueryClient();
  const members = useQuery(membersQuery).data ?? [];
  const fields = useMemo(() => ({ name: there.name, personIds: there.personIds }), [there]);
  const { values, set, theirs, clear } = useFormDraft(draft, fields);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    try {
      await onSave(values);
    } catch (error) {
      // What stands there now is read again, so that both are on the page.
      await refreshGroups(client);
      throw error;
    }
    leave();
  });
  return (
    <Form onSend={() => submit()} onCancel={onClose}>
      <Stack gap="sm" mt="sm">
        <TextInput
          label="Name"
          description="One word, as it is written behind an @"
          autoFocus
          maxLength={40}
          value={values.name}
          error={field("name")}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <MultiSelect
          label="Members"
          searchable
          data={members.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={values.personIds}
          error={field("personIds")}
          onChange={(personIds) => set({ personIds })}
        />
        <Theirs
          theirs={theirs}
          labels={{ name: "Name", personIds: "Members" }}
          say={(key, value) => (key === "personIds" ? "other people" : String(value))}
        />
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready={values.name.trim() !== ""} onCancel={leave} />
      </Stack>
    </Form>
  );
}
