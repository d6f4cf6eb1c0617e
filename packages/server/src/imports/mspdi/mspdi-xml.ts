import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { z } from "zod";
import { Problem } from "../../kit/errors.ts";
import { MspdiFile, type MspdiProject } from "./mspdi-schema.ts";

const MAX_MSPDI = 64 * 1_048_576;
const MAX_DEPTH = 32;
const HOW = "Save the plan again in MS Project (Save as, XML format).";

const LISTS = new Set([
  "Calendar",
  "WeekDay",
  "WorkingTime",
  "Exception",
  "WorkWeek",
  "Task",
  "PredecessorLink",
  "Resource",
  "Assignment",
  "TimephasedData",
]);

/** The project in a file of MS Project's XML, checked; whatever is wrong with it is one sentence. Entities of the file's own are refused. */
export function readMspdiXml(text: string): MspdiProject {
  if (text.length > MAX_MSPDI)
    throw unreadable("The file is larger than 64 MB. That is more than an import takes.");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw unreadable(`The file brings definitions of its own (a DOCTYPE). ${HOW}`);
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throw unreadable(`The file is not whole, readable XML: line ${valid.err.line}, ${valid.err.msg} ${HOW}`);
  const parsed = MspdiFile.safeParse(parse(text));
  if (!parsed.success) throw unlikeMspdi(parsed.error);
  return parsed.data.Project;
}

function parse(text: string): unknown {
  const parser = new XMLParser({
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    maxNestedTags: MAX_DEPTH,
    isArray: (name) => LISTS.has(name),
  });
  try {
    return parser.parse(text);
  } catch (error) {
    throw unreadable(
      `The file is not readable XML: ${error instanceof Error ? error.message : error}. ${HOW}`,
    );
  }
}

function unlikeMspdi(error: z.ZodError): Problem {
  const first = error.issues[0];
  const where = first?.path.join(".") ?? "";
  if (where === "" || where === "Project")
    return unreadable(`This is not a plan in MS Project's XML format. ${HOW}`);
  return unreadable(`The plan has something unexpected at ${where}: ${first?.message}.`);
}

/** The one way in which a file is refused. */
export function unreadable(detail: string): Problem {
  return new Problem(
    422,
    "import-unreadable",
    "This file cannot be imported",
    `${detail} Nothing was changed.`,
  );
}
