import { Autocomplete, SimpleGrid, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { templatesQuery } from "../lib/template-query.ts";
import { tradesOf } from "./gallery-search.ts";
import type { TemplateWords } from "./templates.api.ts";

interface NameFieldsProps {
  values: TemplateWords;
  set: (change: Partial<TemplateWords>) => void;
  /** The server's word on one field. */
  field: (name: string) => string | undefined;
}

/** By what a template is found in the gallery. */
export function NameFields({ values: { name, trade, summary }, set, field }: NameFieldsProps) {
  const { data: templates = [] } = useQuery(templatesQuery);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={240}
          value={name}
          error={field("name")}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <Autocomplete
          label="Trade"
          placeholder="Web"
          maxLength={80}
          data={tradesOf(templates)}
          value={trade}
          error={field("trade")}
          onChange={(next) => set({ trade: next })}
        />
      </SimpleGrid>
      <TextInput
        label="Summary"
        description="One sentence: what it is for"
        maxLength={500}
        value={summary}
        error={field("summary")}
        onChange={({ currentTarget }) => set({ summary: currentTarget.value })}
      />
    </>
  );
}
