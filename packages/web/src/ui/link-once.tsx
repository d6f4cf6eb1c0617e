import { Alert, Button, CopyButton, Group, Text, TextInput } from "@mantine/core";

interface LinkOnceProps {
  /** Whom it makes of whoever opens it. */
  reader: string;
  url: string;
  onClose: () => void;
}

/** A handed-over link: shown this once, then only its hash is known. */
export function LinkOnce({ reader, url, onClose }: LinkOnceProps) {
  return (
    <Alert variant="light" title={`Link for ${reader}`} role="status">
      <Text size="sm" mb="xs">
        Shown only now. Send it yourself, for example by chat; whoever opens it first becomes {reader} here.
        It is noted that you made it.
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          aria-label="Link"
          readOnly
          value={url}
          style={{ flex: "1 1 240px" }}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? "Copied" : "Copy link"}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Alert>
  );
}
