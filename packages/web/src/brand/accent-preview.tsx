import { Group, Text } from "@mantine/core";
import type { Accents } from "./brand.api.ts";

interface AccentPreviewProps {
  accent: string | null;
  accents: Accents;
}

/** How a button of a client's page looks by day and by night, and why it is another colour than the chosen one. */
export function AccentPreview({ accent, accents }: AccentPreviewProps) {
  const { light, onLight, dark, onDark } = accents;
  const corrected = accent === null ? [] : changedFrom(accent, accents);
  return (
    <div>
      <Group gap={0} role="group" aria-label="How it looks">
        <Sample ground="#FAF8F4" color={light} ink={onLight} name="By day" />
        <Sample ground="#14171C" color={dark} ink={onDark} name="By night" />
      </Group>
      <Text size="sm" c="dimmed" mt={4} role="status">
        {corrected.length > 0
          ? `So that it can be read it becomes ${corrected.join(" and ")}.`
          : "It can be read as it is."}
      </Text>
    </div>
  );
}

function changedFrom(accent: string, { light, dark }: Accents): string[] {
  const same = (color: string) => color.toLowerCase() === accent.toLowerCase();
  return [...(same(light) ? [] : [`${light} by day`]), ...(same(dark) ? [] : [`${dark} by night`])];
}

function Sample({ ground, color, ink, name }: { ground: string; color: string; ink: string; name: string }) {
  return (
    <div style={{ background: ground, padding: 16 }}>
      <span
        style={{
          display: "inline-block",
          background: color,
          color: ink,
          borderRadius: 6,
          padding: "12px 24px",
          fontWeight: 600,
        }}
      >
        {name}
      </span>
    </div>
  );
}
