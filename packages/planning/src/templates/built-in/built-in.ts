import type { Template } from "../template.ts";
import { app } from "./en/app.ts";
import { brand } from "./en/brand.ts";
import { campaign } from "./en/campaign.ts";
import { marketingStrategy } from "./en/marketing-strategy.ts";
import { productLaunch } from "./en/product-launch.ts";
import { retainer } from "./en/retainer.ts";
import { video } from "./en/video.ts";
import { website } from "./en/website.ts";

/** The templates that come with the product, by the id they are asked for. Their words stand in one folder a language. */
export const BUILT_IN_TEMPLATES: Readonly<Record<string, Template>> = {
  "marketing-strategy": marketingStrategy,
  "product-launch": productLaunch,
  website,
  brand,
  campaign,
  app,
  video,
  retainer,
};
