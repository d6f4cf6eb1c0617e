import { createElement } from "react";
import { z } from "zod";
import type { Services } from "../access/route.ts";
import { email, password } from "../kit/fields.ts";
import { openLink } from "./links.ts";
import { AskResetPage, NoMailPage, ResetAskedPage, ResetPage } from "./password.page.tsx";
import { askForReset, resetPassword } from "./password.ts";
import { sourceOf } from "./session-source.ts";
import type { FormPage } from "./sign-in-pages.ts";
import { tokenOf } from "./sign-in-token.ts";

export function passwordPages(services: Services): FormPage[] {
  return [askPage(services), resetPage(services)];
}

function askPage(services: Services): FormPage {
  return {
    path: "/reset",
    async show(_request, _reply, state) {
      return services.kit.mail.configured
        ? createElement(AskResetPage, { state })
        : createElement(NoMailPage);
    },
    async act(request, _reply, values) {
      if (!services.kit.mail.configured) return createElement(NoMailPage);
      const wish = z.object({ email: email() }).parse({ email: values.email?.trim() });
      await askForReset(services, sourceOf(request), wish.email);
      return createElement(ResetAskedPage);
    },
  };
}

function resetPage(services: Services): FormPage {
  return {
    path: "/reset/:token",
    async show(request, _reply, state) {
      const token = tokenOf(request);
      const link = await openLink(services, "reset", token);
      return createElement(ResetPage, { state, token, email: link.email });
    },
    async act(request, _reply, values) {
      const wish = z.object({ password: password() }).parse(values);
      await resetPassword(services, tokenOf(request), wish.password);
      return { to: "/signin?done=reset" };
    },
  };
}
