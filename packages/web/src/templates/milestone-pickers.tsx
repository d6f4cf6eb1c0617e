import { MultiSelect, Select, SimpleGrid } from "@mantine/core";
import type { Template } from "@milepost/planning";
import type { FieldsProps } from "./milestone-words.ts";

/** Who does it, who approves it, what it waits for and what for it is. */
export function MilestonePickers({
  plan: { roles, milestones, objectives },
  milestoneKey,
  values,
  set,
}: FieldsProps & { plan: Template; milestoneKey: string }) {
  const options = (all: typeof roles) => all.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Select
        label="Responsible"
        placeholder="Nobody yet"
        clearable
        data={options(roles.filter(({ side }) => side === "team"))}
        value={values.ownerRole}
        onChange={(ownerRole) => set({ ownerRole })}
      />
      <Select
        label="Approved by"
        placeholder="Nobody: internal"
        clearable
        data={options(roles.filter(({ side }) => side === "client"))}
        value={values.approverRole}
        onChange={(approverRole) => set({ approverRole })}
      />
      <MultiSelect
        label="Begins after"
        placeholder={values.after.length === 0 ? "Nothing" : ""}
        clearable
        data={milestones
          .filter(({ key }) => key !== milestoneKey)
          .map(({ key, title }) => ({ value: key, label: title }))}
        value={[...values.after]}
        onChange={(after) => set({ after })}
      />
      {objectives.length > 0 ? (
        <MultiSelect
          label="Serves"
          searchable
          placeholder={values.serves.length === 0 ? "No objective" : ""}
          clearable
          data={objectives.map(({ key, statement }) => ({ value: key, label: statement }))}
          value={[...values.serves]}
          onChange={(serves) => set({ serves })}
        />
      ) : null}
    </SimpleGrid>
  );
}
