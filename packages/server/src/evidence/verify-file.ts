import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { checkDelivery, isDelivery } from "./check-delivery.ts";
import { checkRecord, type RecordFault, type SoundRecord } from "./check-record.ts";
import { deliveryWords } from "./delivery-words.ts";
import { hashOfFile } from "./kept-file.ts";
import { recordWords } from "./record-words.ts";

export interface Told {
  lines: string[];
  /** 0: all is as it was written. 1: something is not. */
  code: 0 | 1;
}

interface Given {
  record: string;
  /** Files that the record speaks of, to be compared with it. */
  files: readonly string[];
  /** A head of the chain that somebody kept, from a mail or a certificate. */
  head?: string | undefined;
}

/** Checks a record on any machine: no database, no network, nothing but the files that were named. */
export async function verifyFile({ record, files, head }: Given): Promise<Told> {
  const bytes = await readFile(record);
  if (isDelivery(bytes)) return verifyDelivery(bytes, files, head);
  const checked = checkRecord(bytes);
  if ("fault" in checked) return { lines: faultLines(checked.fault), code: 1 };
  const { sound } = checked;
  const told = [headLines(sound, head)];
  for (const file of files) told.push(await fileLines(sound, file));
  const isSound = told.every(({ code }) => code === 0);
  return {
    lines: [...recordWords(sound), ...told.flatMap(({ lines }) => lines)],
    code: isSound ? 0 : 1,
  };
}

/** A delivery record stands for itself: no files hang on it. */
function verifyDelivery(bytes: Buffer, files: readonly string[], head: string | undefined): Told {
  const checked = checkDelivery(bytes);
  if ("fault" in checked)
    return { lines: faultLines({ ...checked.fault, field: null, number: null }), code: 1 };
  const { sound } = checked;
  const last = sound.links.at(-1) ?? { n: 0, hash: "" };
  const told = headLines({ head: last, links: sound.links }, head);
  const none = files.map((file) => `ALTERED  ${file}: no file belongs to a delivery record.`);
  return {
    lines: [...deliveryWords(sound), ...told.lines, ...none],
    code: told.code === 0 && none.length === 0 ? 0 : 1,
  };
}

function faultLines({ record, field, offset, why, number }: RecordFault): string[] {
  const of = number === null ? "" : ` of approval ${number}`;
  return [
    `ALTERED  ${record}${of}${field === null ? "" : `: ${field}`}`,
    `         ${why}`,
    `         This part begins at byte ${offset} of the file.`,
  ];
}

interface Chain {
  head: { n: number; hash: string };
  links: readonly { n: number; hash: string }[];
}

function headLines({ head, links }: Chain, kept: string | undefined): Told {
  const at = `The chain of the project ends with record ${head.n}: ${head.hash}`;
  if (kept === undefined)
    return {
      lines: [
        at,
        "Whoever has a decision mail compares the chain in it: milepost verify FILE --head HASH. Only that shows whether",
        "somebody has written the whole record anew.",
      ],
      code: 0,
    };
  const found = links.find(({ hash }) => hash === kept.toLowerCase());
  return found
    ? { lines: [at, `ok       The head that you kept is record ${found.n} of this chain.`], code: 0 }
    : { lines: [at, "ALTERED  The head that you kept is not in this chain."], code: 1 };
}

async function fileLines({ evidence }: SoundRecord, path: string): Promise<Told> {
  const { sha256 } = await hashOfFile(path);
  const at = evidence.files.findIndex((file) => file.sha256 === sha256);
  const file = evidence.files[at];
  if (file) return { lines: [`ok       ${path}: the same bytes as file ${at + 1}, ${file.name}.`], code: 0 };
  const named = evidence.files.findIndex(({ name }) => name === basename(path));
  const which =
    named < 0 ? "none of the files in this record has these bytes" : `not the bytes of file ${named + 1}`;
  return { lines: [`ALTERED  ${path}: ${which} (SHA-256 ${sha256}).`], code: 1 };
}
