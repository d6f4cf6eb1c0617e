import { expect, test } from "vitest";
import { pictureSize } from "./picture-size.ts";

const be16 = (value: number) => [value >> 8, value & 255];
const ascii = (text: string) => [...Buffer.from(text, "latin1")];
/** Begins as a camera writes it: how it was held, then the size as it lies on the sensor. */
const jpeg = (held: number) =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe1, ...be16(2 + 6 + 8 + 2 + 12)],
    ...[...ascii("Exif\0\0"), ...ascii("MM"), ...be16(42), ...be16(0), ...be16(8)],
    ...[...be16(1), ...be16(0x0112), ...be16(3), ...be16(0), ...be16(1), ...be16(held), ...be16(0)],
    ...[0xff, 0xdb, ...be16(4), 0, 0],
    ...[0xff, 0xc2, ...be16(17), 8, ...be16(3_000), ...be16(4_000), ...Array(10).fill(0)],
  ]);
const png = Buffer.concat([
  Buffer.from([0x89, ...ascii("PNG\r\n\x1a\n"), 0, 0, 0, 13, ...ascii("IHDR")]),
  Buffer.from([0, 0, ...be16(1_280), 0, 0, ...be16(720)]),
]);
const gif = Buffer.from([...ascii("GIF89a"), 0x40, 0x01, 0xf0, 0x00]);
const webp = (kind: string, more: readonly number[]) =>
  Buffer.from([...ascii("RIFF"), 0, 0, 0, 0, ...ascii("WEBP"), ...ascii(kind), 0, 0, 0, 0, ...more]);
const box = (name: string, inside: readonly number[]) => [
  ...[0, 0, ...be16(8 + inside.length), ...ascii(name)],
  ...inside,
];
const ispe = (width: number, height: number) =>
  box("ispe", [0, 0, 0, 0, 0, 0, ...be16(width), 0, 0, ...be16(height)]);
const sizes = box("ipco", [...ispe(64, 48), ...ispe(640, 480)]);
const avif = Buffer.from([
  ...box("ftyp", [...ascii("avif"), 0, 0, 0, 0, ...ascii("mif1")]),
  ...box("meta", [0, 0, 0, 0, ...box("iprp", sizes)]),
]);

test.each([
  ["PNG", png, { width: 1_280, height: 720 }],
  ["GIF", gif, { width: 320, height: 240 }],
  ["JPEG", jpeg(1), { width: 4_000, height: 3_000 }],
  ["a photo taken upright", jpeg(6), { width: 3_000, height: 4_000 }],
  ["WebP", webp("VP8 ", [0, 0, 0, 0x9d, 1, 0x2a, 0x58, 2, 0x90, 1]), { width: 600, height: 400 }],
  ["WebP without loss", webp("VP8L", [0x2f, 0x57, 0xc2, 0x63, 0]), { width: 600, height: 400 }],
  ["WebP with more in it", webp("VP8X", [0, 0, 0, 0, 0x57, 2, 0, 0x8f, 1, 0]), { width: 600, height: 400 }],
  ["AVIF", avif, { width: 640, height: 480 }],
])("the size of %s stands in its first bytes", (_name, bytes, size) => {
  expect(pictureSize(bytes)).toEqual(size);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["half a head", Buffer.from(Uint8Array.from(png.subarray(0, 18)).buffer)],
  ["a photo that breaks off", Buffer.from(Uint8Array.from(jpeg(1).subarray(0, 40)).buffer)],
  ["a size of nothing", Buffer.concat([png.subarray(0, 16), Buffer.alloc(8)])],
  ["another kind of file", Buffer.from("%PDF-1.7 and so on")],
])("%s has none", (_name, bytes) => {
  expect(pictureSize(bytes)).toBeNull();
});
