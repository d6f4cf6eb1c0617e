import { Anchor, Text } from "@mantine/core";
import { useState } from "react";
import { apiLink } from "../lib/api.ts";
import type { Approval } from "./approvals.api.ts";
import classes from "./pins.module.css";

type File = Approval["files"][number];
type Pin = Approval["decisions"][number]["pins"][number];
type Numbered = Pin & { n: number };

/** Points that a client has set on pictures: drawn where they are, and as a list that says the same without the picture. */
export function Pins({ files, pins }: { files: readonly File[]; pins: readonly Pin[] }) {
  const numbered = pins.map((pin, index) => ({ ...pin, n: index + 1 }));
  const positions = [...new Set(pins.map(({ file }) => file))].sort((a, b) => a - b);
  return (
    <>
      {positions.map((position) => (
        <PinnedFile
          key={position}
          position={position}
          file={files.find((one) => one.position === position)}
          pins={numbered.filter(({ file }) => file === position)}
        />
      ))}
    </>
  );
}

interface PinnedFileProps {
  position: number;
  file: File | undefined;
  pins: readonly Numbered[];
}

function PinnedFile({ position, file, pins }: PinnedFileProps) {
  const name = file?.name ?? `File ${position + 1}`;
  return (
    <figure className={classes.pinned}>
      {file?.version && file.mediaType.startsWith("image/") ? (
        <Picture name={name} version={file.version} pins={pins} />
      ) : null}
      <figcaption>
        <Text size="sm" c="dimmed">
          {name}
        </Text>
        <ol className={classes.words} aria-label={`Points on ${name}`}>
          {pins.map((pin) => (
            <li key={pin.n} value={pin.n}>
              {pin.words || "No words"}{" "}
              <Text span size="sm" c="dimmed">
                ({placeText(pin)})
              </Text>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  name: string;
  version: NonNullable<File["version"]>;
  pins: readonly Numbered[];
}

function Picture({ name, version: { fileId, n }, pins }: PictureProps) {
  const [isGone, setGone] = useState(false);
  const at = apiLink(`/files/${fileId}/versions/${n}/preview`);
  if (isGone) return <Text size="sm">The picture cannot be shown. It may be in the trash.</Text>;
  return (
    <Anchor href={at} target="_blank" rel="noreferrer" className={classes.picture}>
      <img src={at} alt={`${name}, opens large`} onError={() => setGone(true)} />
      {pins.map((pin) => (
        <span
          key={pin.n}
          className={classes.dot}
          style={{ left: `${pin.x}%`, top: `${pin.y}%` }}
          aria-hidden="true"
        >
          {pin.n}
        </span>
      ))}
    </Anchor>
  );
}

/** "At the top left": where a point is, for who does not see it. */
function placeText({ x, y }: Pin): string {
  const third = (value: number, names: readonly [string, string, string]) =>
    names[value < 100 / 3 ? 0 : value > 200 / 3 ? 2 : 1];
  const [down, across] = [third(y, ["top", "middle", "bottom"]), third(x, ["left", "middle", "right"])];
  return down === across ? "in the middle" : `at the ${down} ${across}`;
}
