import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import type { Blob } from "../files/blobs.ts";
import { brandOf } from "../kit/brand.ts";
import { invalid, stale } from "../kit/errors.ts";
import { asksNothing, given } from "../kit/given.ts";
import { findBrand, keepLogo, writeBrand } from "./brand.store.ts";
import { type BrandView, presentBrand } from "./brand.view.ts";

/** A logo stands on every page: it may not weigh more than the page. */
const LOGO_BYTES = 200 * 1024;
/** Pictures without scripts in them. */
const LOGO_TYPES = new Set(["image/png", "image/jpeg", "image/webp"]);

export async function readBrand(scope: Scope): Promise<BrandView> {
  const { settings, revision } = await findBrand(scope);
  return presentBrand(brandOf(settings), revision);
}

export async function changeBrand(
  scope: Scope,
  revision: number,
  wanted: { accent?: string | null | undefined; senderName?: string | undefined },
): Promise<BrandView> {
  if (asksNothing(wanted)) return readBrand(scope);
  const { settings } = await findBrand(scope);
  if (!(await writeBrand(scope, { ...brandOf(settings), ...given(wanted) }, revision)))
    throw stale(await readBrand(scope));
  await tell(scope, Object.keys(wanted));
  return readBrand(scope);
}

export async function setLogo(scope: Scope, blob: Blob): Promise<BrandView> {
  if (!LOGO_TYPES.has(blob.mediaType))
    throw invalid([{ path: "file", message: "Use a PNG, JPEG or WebP picture." }]);
  if (blob.bytes > LOGO_BYTES)
    throw invalid([{ path: "file", message: `A logo has at most ${LOGO_BYTES / 1024} KB.` }]);
  await keepLogo(scope, blob);
  const { settings } = await findBrand(scope);
  const { sha256, mediaType } = blob;
  await writeBrand(scope, { ...brandOf(settings), logo: { sha256, mediaType } }, null);
  await tell(scope, ["logo"]);
  return readBrand(scope);
}

export async function removeLogo(scope: Scope): Promise<BrandView> {
  const { settings } = await findBrand(scope);
  await writeBrand(scope, { ...brandOf(settings), logo: null }, null);
  await tell(scope, ["logo"]);
  return readBrand(scope);
}

async function tell(scope: Scope, fields: string[]): Promise<void> {
  await record(scope, {
    verb: "workspace.brandChanged",
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { fields },
  });
}
