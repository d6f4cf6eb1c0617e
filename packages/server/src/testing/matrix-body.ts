import { z } from "zod";
import { newId } from "../kit/id.ts";
import type { Loose } from "./server.ts";

/** Ids of the things of one place by the name that parameters and fields give them. */
export type Ids = Readonly<Record<string, string>>;

const BY_NAME: Record<string, unknown> = {
  zone: "Europe/Berlin",
  currency: "EUR",
  country: "DE",
  region: "BE",
  key: "NEWKEY",
  name: "A name",
  title: "A title",
  week: [[], [], [], [], [], [], []],
};

const BY_FORMAT: Record<string, string> = {
  date: "2026-05-04",
  "date-time": "2026-05-04T10:00:00.000Z",
  email: "new@example.test",
  uri: "https://example.test/",
};

/** The smallest value that a schema takes, with ids of this place where a field names a thing. */
export function smallest(schema: z.ZodType | undefined, ids: Ids): Loose {
  if (!schema) return undefined;
  const root: Loose = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return smallestOf(root, root, "", ids);
}

/** Query keys that an address cannot do without. */
export function neededQuery(schema: z.ZodType | undefined, ids: Ids): Record<string, string> {
  if (!schema) return {};
  const root: Loose = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  if (!root.required?.length) return {};
  return Object.fromEntries(
    Object.entries(objectOf(root, root, ids)).map(([key, value]) => [key, String(value)]),
  );
}

function smallestOf(node: Loose, root: Loose, name: string, ids: Ids): unknown {
  if (node.$ref) return smallestOf(at(root, node.$ref), root, name, ids);
  if (node.const !== undefined) return node.const;
  if (node.enum) return node.enum[0];
  const choice = node.anyOf ?? node.oneOf;
  if (choice)
    return smallestOf(choice.find((one: Loose) => one.type !== "null") ?? choice[0], root, name, ids);
  switch (Array.isArray(node.type) ? node.type[0] : node.type) {
    case "object":
      return objectOf(node, root, ids);
    case "array":
      return Array.from({ length: node.minItems ?? 0 }, () =>
        smallestOf(node.items ?? {}, root, name.replace(/s$/, ""), ids),
      );
    case "integer":
    case "number":
      return Math.max(1, node.minimum ?? 1);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return textOf(node, name, ids);
  }
}

/** Required fields; of an object that requires none its first, since an empty change is no change. */
function objectOf(node: Loose, root: Loose, ids: Ids): Record<string, unknown> {
  const properties: [string, Loose][] = Object.entries(node.properties ?? {});
  const required = properties.filter(([key]) => (node.required ?? []).includes(key));
  const taken = required.length > 0 ? required : properties.slice(0, 1);
  return Object.fromEntries(
    taken.map(([key, each]) => [key, BY_NAME[key] ?? smallestOf(each, root, key, ids)]),
  );
}

function textOf(node: Loose, name: string, ids: Ids): string {
  if (node.format === "uuid") return ids[name] ?? newId();
  return BY_FORMAT[node.format] ?? "A few words here";
}

function at(root: Loose, reference: string): Loose {
  return reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter(Boolean)
    .reduce((node, key) => node[key], root);
}
