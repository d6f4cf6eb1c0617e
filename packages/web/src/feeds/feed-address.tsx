import { Alert, Button, CopyButton, Group, Text, TextInput } from "@mantine/core";

interface FeedAddressProps {
  url: string;
  onClose: () => void;
}

/** Told this once: afterwards only its hash is known. */
export function FeedAddress({ url, onClose }: FeedAddressProps) {
  return (
    <Alert variant="light" title="Your calendar's address" role="status">
      <Text size="sm" mb="xs">
        Shown only now. Put it where your calendar subscribes to another one. Whoever has it reads the same,
        so keep it to yourself.
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          aria-label="Address"
          readOnly
          value={url}
          style={{ flex: "1 1 240px" }}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? "Copied" : "Copy address"}</Button>}
        </CopyButton>
        <Button variant="default" component="a" href={url.replace(/^https?:/, "webcal:")}>
          Open in your calendar
        </Button>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Alert>
  );
}
