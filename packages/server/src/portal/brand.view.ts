import { z } from "zod";
import { accentsOf, type BrandChoice } from "../kit/brand.ts";

export const BrandAccents = z
  .object({ light: z.string(), onLight: z.string(), dark: z.string(), onDark: z.string() })
  .meta({ id: "BrandAccents" });

export const WorkspaceBrand = z
  .object({
    senderName: z.string(),
    accent: z.string().nullable(),
    /** Of the logo that clients see; its content never changes under its hash. */
    logo: z.string().nullable(),
    /** What the accent becomes where it has to be read. */
    accents: BrandAccents,
    revision: z.int(),
  })
  .meta({ id: "WorkspaceBrand" });

export type BrandView = z.infer<typeof WorkspaceBrand>;

export function presentBrand({ senderName, accent, logo }: BrandChoice, revision: number): BrandView {
  return { senderName, accent, logo: logo?.sha256 ?? null, accents: accentsOf(accent), revision };
}
