import { Text } from "@mantine/core";
import type { Shape } from "../lib/api.ts";
import { dayText } from "../lib/dates.ts";
import { healthOf } from "./health.ts";

export type StatedHealth = Shape<"StatedHealth">;

/** What somebody says beside the computed word: who, what, until when, why. */
export function StatedLine({ stated }: { stated: StatedHealth }) {
  const { word, reason, untilOn, by } = stated;
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {by?.name ?? "Somebody who left"} says <b>{healthOf(word).word.toLowerCase()}</b> until{" "}
      <time dateTime={untilOn}>{dayText(untilOn)}</time>: {reason}
    </Text>
  );
}
