import { Group, Kbd, Modal, Stack, Switch, Text, Title } from "@mantine/core";
import { keyWords, steps } from "../lib/key-match.ts";
import { switchSingleKeys, useKeyList, useSingleKeysOn } from "../lib/keyboard.ts";

/** "?": the keys that hold on this page, and the switch for single keys. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const groups = useKeyList();
  const on = useSingleKeysOn();
  return (
    <Modal opened onClose={onClose} title="Keys on this page" size="md">
      <Stack gap="md">
        <Switch
          checked={on}
          onChange={({ currentTarget }) => switchSingleKeys(currentTarget.checked)}
          label="Single keys"
          description="Off: only keys with Ctrl or ⌘ do something. Holds for you, in this browser."
        />
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <Title order={3} size="h4" mb={4}>
              {title}
            </Title>
            <Stack gap={4}>
              {keys.map(({ keys: combination, label }) => (
                <Group key={combination} justify="space-between" wrap="nowrap">
                  <Text size="sm">{label}</Text>
                  <KeyWords keys={combination} />
                </Group>
              ))}
            </Stack>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}

function KeyWords({ keys }: { keys: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      {steps(keys)
        .flatMap((step) => keyWords(step))
        .map((word) => (
          <Kbd key={word}>{word}</Kbd>
        ))}
    </Group>
  );
}
