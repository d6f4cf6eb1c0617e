import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { setCookies } from "./auth-exchange.ts";
import { sourceOf } from "./session-source.ts";
import { SetupPage } from "./setup.page.tsx";
import { SetupWish } from "./setup.routes.ts";
import { setUp, setupNeeded } from "./setup.ts";
import { isAtThisMachine } from "./setup-code.ts";
import type { Values } from "./sign-in-form.ts";
import type { FormPage } from "./sign-in-pages.ts";
import type { WeekView } from "./week.ts";

export function setupPages(services: Services): FormPage[] {
  return [
    {
      path: "/setup",
      async show(request, _reply, state) {
        if (!(await setupNeeded(services))) return { to: "/signin" };
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])];
        return createElement(SetupPage, { state, zones, zone, codeNeeded: !isAtThisMachine(request) });
      },
      async act(request, reply, values) {
        const { name, password, workspaceName, timeZone, code } = values;
        const email = values.email?.trim();
        const wish = { name, email, password, workspaceName, timeZone, code, workingWeek: weekOf(values) };
        const { cookies } = await setUp(
          services,
          sourceOf(request),
          isAtThisMachine(request),
          SetupWish.parse(wish),
        );
        setCookies(reply, cookies);
        return { to: "/" };
      },
    },
  ];
}

/** Seven boxes and one pair of times; other weeks are made in the settings. What is no time makes no hours, and is refused with them. */
function weekOf(values: Values): WeekView {
  const [from, to] = [minuteOf(values.from), minuteOf(values.to)];
  const hours: [number, number] = from === null || to === null ? [0, 0] : [from, to];
  return Array.from({ length: 7 }, (_, day) => (values[`day${day}`] === "on" ? [hours] : []));
}

function minuteOf(time: string | undefined): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(time ?? "") ?? [];
  return hour && minute ? Number(hour) * 60 + Number(minute) : null;
}
