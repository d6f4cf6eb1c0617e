import { Badge, Group, Text } from "@mantine/core";

/** A number, its word for one, and its word for several. */
export type Count = readonly [count: number, one: string, several: string];

interface CountsProps {
  counts: readonly Count[];
  label: string;
  /** What is said when there is nothing. */
  none: string;
}

/** Numbers with their words; what is none is not said. */
export function Counts({ counts, label, none }: CountsProps) {
  const some = counts.filter(([count]) => count > 0);
  if (some.length === 0) return <Text>{none}</Text>;
  return (
    <Group gap="xs" role="list" aria-label={label}>
      {some.map(([count, one, several]) => (
        <Badge key={one} role="listitem" variant="outline" size="lg" tt="none">
          {count.toLocaleString("en")} {count === 1 ? one : several}
        </Badge>
      ))}
    </Group>
  );
}
