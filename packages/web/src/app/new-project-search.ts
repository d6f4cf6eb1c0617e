export interface NewProjectSearch {
  template?: string;
}

export function readSearch({ template }: Record<string, unknown>): NewProjectSearch {
  return typeof template === "string" && template !== "" ? { template } : {};
}

export function toTemplate(_before: NewProjectSearch, template: string | null): NewProjectSearch {
  return template === null ? {} : { template };
}
