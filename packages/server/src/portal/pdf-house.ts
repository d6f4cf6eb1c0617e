import { readFile } from "node:fs/promises";
import { blobPath } from "../kit/blob-path.ts";
import { accentsOf, brandOf } from "../kit/brand.ts";
import type { PdfHouse } from "./pdf-options.ts";
import type { PortalProject } from "./sight.store.ts";

const DRAWABLE = new Set(["image/png", "image/jpeg"]);

/** The same of a whole workspace, for papers that belong to no project. */
export function workspaceHouse(
  dataDir: string,
  { name, settings }: { name: string; settings: unknown },
): Promise<PdfHouse> {
  const brand =
    typeof settings === "object" && settings !== null && "brand" in settings ? settings.brand : null;
  return pdfHouse(dataDir, { workspaceName: name, brand });
}

/** Name, colour and logo as they stand on paper; a logo that cannot be drawn or found is left out. */
export async function pdfHouse(
  dataDir: string,
  { brand, workspaceName }: Pick<PortalProject, "brand" | "workspaceName">,
): Promise<PdfHouse> {
  const { accent, logo } = brandOf(brand);
  const drawable = logo !== null && DRAWABLE.has(logo.mediaType);
  const bytes = drawable ? await readFile(blobPath(dataDir, logo.sha256)).catch(() => null) : null;
  return { name: workspaceName, accent: accentsOf(accent).light, logo: bytes };
}
