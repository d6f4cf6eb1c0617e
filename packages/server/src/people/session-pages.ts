import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { setCookies, withoutSession } from "./auth-exchange.ts";
import { Credentials } from "./session.routes.ts";
import { CodeRequired, enterCode, StepOver, signIn } from "./session-sign-in.ts";
import { sourceOf } from "./session-source.ts";
import { actorOf } from "./sessions.ts";
import { setupNeeded } from "./setup.ts";
import { CodePage, SignInPage } from "./sign-in.page.tsx";
import { safeNext } from "./sign-in-next.ts";
import type { FormPage } from "./sign-in-pages.ts";

const NOTICES: Record<string, string> = {
  reset: "Your new password is saved. Sign in with it.",
  over: new StepOver().message,
};

export function sessionPages(services: Services): FormPage[] {
  return [signInPage(services), codePage(services)];
}

function signInPage(services: Services): FormPage {
  return {
    path: "/signin",
    async show(request, _reply, state) {
      const { next, done } = request.query as Record<string, string | undefined>;
      const to = safeNext(state.values.next ?? next);
      if (await setupNeeded(services)) return { to: "/setup" };
      if (await actorOf(services.database, request)) return { to };
      return createElement(SignInPage, { state, next: to, notice: NOTICES[done ?? ""] ?? null });
    },
    async act(request, reply, { next, email = "", password = "" }) {
      const to = safeNext(next);
      try {
        const { cookies } = await signIn(
          services,
          sourceOf(request),
          Credentials.parse({ email: email.trim(), password }),
        );
        setCookies(reply, cookies);
        return { to };
      } catch (error) {
        if (!(error instanceof CodeRequired)) throw error;
        setCookies(reply, error.challenge);
        return { to: `/signin/code?next=${encodeURIComponent(to)}` };
      }
    },
  };
}

function codePage(services: Services): FormPage {
  return {
    path: "/signin/code",
    async show(request, _reply, state) {
      const { next } = request.query as Record<string, string | undefined>;
      return createElement(CodePage, { state, next: safeNext(state.values.next ?? next) });
    },
    async act(request, reply, { next, totp = "" }) {
      const to = safeNext(next);
      const code = totp.trim().replaceAll(/\s/g, "").slice(0, 40);
      const challenge = withoutSession(request.headers.cookie);
      try {
        const { cookies } = await enterCode(services, sourceOf(request), code, challenge);
        setCookies(reply, cookies);
        return { to };
      } catch (error) {
        if (!(error instanceof StepOver)) throw error;
        return { to: `/signin?done=over&next=${encodeURIComponent(to)}` };
      }
    },
  };
}
