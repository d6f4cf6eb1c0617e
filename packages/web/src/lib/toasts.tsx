import { Button, Group, Text } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";

export interface Toast {
  id: string;
  title?: string;
  message: string;
  alarm?: boolean;
  shownMs: number;
  act?: { label: string; run: () => void };
}

/** The messages at the foot of the window, or at its head while somebody types at the foot; fetched with the first of them. */
export function Toasts() {
  return <Notifications position="bottom-center" limit={3} />;
}

export function showToast({ id, title, message, alarm, shownMs, act }: Toast): void {
  notifications.show({
    id,
    position: typesAtTheFoot() ? "top-center" : "bottom-center",
    autoClose: shownMs,
    withBorder: true,
    closeButtonProps: { "aria-label": "Close message" },
    ...(title ? { title } : {}),
    ...(alarm ? { color: "red" } : {}),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {act ? (
          <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={act.run}>
            {act.label}
          </Button>
        ) : null}
      </Group>
    ),
  });
}

/** As high as three messages, and the line that moves down when something is added above it. */
const FOOT = 260;

/** A message never covers the line that somebody is typing into. */
function typesAtTheFoot(): boolean {
  const field = document.activeElement;
  if (!field?.matches("input, textarea, [contenteditable]")) return false;
  return field.getBoundingClientRect().bottom > window.innerHeight - FOOT;
}

export function hideToast(id: string): void {
  notifications.hide(id);
}
