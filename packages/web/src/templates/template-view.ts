/** What the address of a template says. */
export interface TemplateView {
  view?: "client";
}

export function readView({ view }: Record<string, unknown>): TemplateView {
  return view === "client" ? { view } : {};
}
