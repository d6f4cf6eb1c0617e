import { Badge, Group } from "@mantine/core";

/** Numbers with their words; what is none is not said. */
export function Counts({ counts, label }: { counts: readonly (readonly [number, string])[]; label: string }) {
  const some = counts.filter(([count]) => count > 0);
  return (
    <Group gap="xs" role="list" aria-label={label}>
      {some.map(([count, words]) => (
        <Badge key={words} role="listitem" variant="outline" size="lg" tt="none">
          {count.toLocaleString("en")} {words}
        </Badge>
      ))}
    </Group>
  );
}
