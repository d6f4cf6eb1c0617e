import { expect, it } from "vitest";
import { sizeText } from "./files.api.ts";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1_023, "1023 bytes"],
  [1_536, "1.5 KB"],
  [104_857_600, "100 MB"],
])("says %i as %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));
