import { inflateSync } from "node:zlib";

export interface PdfElement {
  kind: string;
  alt: string | null;
  /** The pages on which its own content stands, from 0. */
  pages: number[];
  children: PdfElement[];
}

export interface PdfStructure {
  language: string | null;
  pages: number;
  /** What a screen reader walks through, from the root. */
  elements: PdfElement[];
  /** Marked content that the tree does not lead to, or that the tree names and no page has. */
  lost: string[];
}

/** Reads the structure tree of a PDF that pdfkit wrote (objects one by one, streams deflated), and nothing else of it. */
export function structureOf(bytes: Buffer): PdfStructure {
  const objects = objectsOf(bytes.toString("latin1"));
  const catalog = [...objects.values()].find(({ body }) => body.includes("/Type /Catalog"))?.body ?? "";
  const at = (id: string | undefined) => objects.get(id ?? "")?.body ?? "";
  const pageIds = refs(/\/Kids \[([^\]]*)\]/.exec(at(ref(catalog, "Pages")))?.[1] ?? "");
  const drawn = pageIds.flatMap((id, page) =>
    [...contentOf(objects.get(ref(at(id), "Contents") ?? "")).matchAll(/\/MCID (\d+)/g)].map(
      ([, n]) => `${page}:${n}`,
    ),
  );
  const named: string[] = [];
  const walk = (id: string): PdfElement => {
    const body = at(id);
    const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? "";
    const page = pageIds.indexOf(ref(body, "Pg") ?? "");
    const own = kids.replaceAll(/\d+ \d+ R/g, "").match(/\d+/g) ?? [];
    named.push(...own.map((n) => `${page}:${n}`));
    return {
      kind: /\/S \/(\w+)/.exec(body)?.[1] ?? "",
      alt: /\/Alt \(/.test(body) ? body.slice(body.indexOf("/Alt (") + 6) : null,
      pages: own.length > 0 ? [page] : [],
      children: refs(kids).map(walk),
    };
  };
  const root = at(ref(catalog, "StructTreeRoot"));
  const elements = refs(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? "").map(walk);
  return {
    language: /\/Lang \((\w+)\)/.exec(catalog)?.[1] ?? null,
    pages: pageIds.length,
    elements,
    lost: [
      ...drawn.filter((one) => !named.includes(one)),
      ...named.filter((one, n) => !drawn.includes(one) || named.indexOf(one) !== n),
    ],
  };
}

/** All elements in reading order. */
export function flat(elements: readonly PdfElement[]): PdfElement[] {
  return elements.flatMap((one) => [one, ...flat(one.children)]);
}

interface PdfObject {
  body: string;
  stream: Buffer | null;
}

function objectsOf(source: string): Map<string, PdfObject> {
  const found = source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(
    [...found].map(([, id = "", whole = ""]) => {
      const [body = "", ...rest] = whole.split("\nstream\n");
      const raw = rest.join("\nstream\n").replace(/\nendstream$/, "");
      return [id, { body, stream: rest.length > 0 ? Buffer.from(raw, "latin1") : null }];
    }),
  );
}

function contentOf(object: PdfObject | undefined): string {
  return object?.stream ? inflateSync(object.stream).toString("latin1") : "";
}

function ref(body: string, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
}

function refs(text: string): string[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => id);
}
