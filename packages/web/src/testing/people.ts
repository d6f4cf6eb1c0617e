import type { Project } from "../lib/current-project.ts";
import type { Me } from "../lib/session.ts";

/** Amara, owner of Studio Birch, who may do everything. */
export const amara: Me = {
  person: {
    id: "0190-amara",
    name: "Amara",
    email: "amara@example.test",
    language: "en",
    zone: "Europe/Berlin",
    country: "DE",
    region: null,
  },
  role: "owner",
  workspace: {
    id: "0190-birch",
    name: "Studio Birch",
    slug: "birch",
    zone: "Europe/Berlin",
    currency: "EUR",
    country: "DE",
  },
  totp: false,
  can: [
    "workspace.read",
    "workspace.edit",
    "workspace.own",
    "member.list",
    "member.invite",
    "client.edit",
    "project.create",
    "template.read",
    "template.edit",
  ],
  mailConfigured: false,
  revision: 1,
};

export const acme: Project = {
  id: "0190-acme",
  key: "ACME",
  name: "Acme site",
  clientId: null,
  leadId: "0190-amara",
  outcome: "",
  scopeIn: "",
  scopeOut: "",
  state: "active",
  pausedAt: null,
  archivedAt: null,
  startOn: "2026-03-02",
  dueOn: "2026-08-31",
  currency: "EUR",
  clientApproval: false,
  reviewCadence: null,
  securityLevel: null,
  showsForecast: false,
  showsCriteria: false,
  observersComment: false,
  acceptance: null,
  myRole: "lead",
  revision: 1,
};
