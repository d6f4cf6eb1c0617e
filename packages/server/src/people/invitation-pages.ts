import { createElement } from "react";
import { z } from "zod";
import type { Services } from "../access/route.ts";
import { password, title } from "../kit/fields.ts";
import { setCookies } from "./auth-exchange.ts";
import { InvitationPage } from "./invitation.page.tsx";
import { acceptInvitation, lookAtInvitation } from "./invitation-accept.ts";
import { sourceOf } from "./session-source.ts";
import type { FormPage } from "./sign-in-pages.ts";
import { tokenOf } from "./sign-in-token.ts";

const Newcomer = z.object({ name: title(120), password: password() });
const Known = z.object({ password: z.string().min(1).max(200), totp: z.string().trim().max(40).optional() });

export function invitationPages(services: Services): FormPage[] {
  return [
    {
      path: "/invitation/:token",
      async show(request, _reply, state) {
        const token = tokenOf(request);
        const invitation = await lookAtInvitation(services, token);
        const codeNeeded = state.problem === "totp-required" || state.problem === "wrong-totp";
        return createElement(InvitationPage, { state, token, invitation, codeNeeded });
      },
      async act(request, reply, values) {
        const token = tokenOf(request);
        const { known } = await lookAtInvitation(services, token);
        const wish = known ? Known.parse(values) : Newcomer.parse(values);
        const { cookies } = await acceptInvitation(services, sourceOf(request), { token, ...wish });
        setCookies(reply, cookies);
        return { to: "/" };
      },
    },
  ];
}
