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

/** The messages at the foot of the window; fetched with the first of them. */
export function Toasts() {
  return <Notifications position="bottom-center" limit={3} />;
}

export function showToast({ id, title, message, alarm, shownMs, act }: Toast): void {
  notifications.show({
    id,
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

export function hideToast(id: string): void {
  notifications.hide(id);
}
