import { useFormDraft } from "../lib/form-draft.ts";
import { NO_WISH, type TemplateWish } from "./template-wish.ts";

interface Chosen {
  templateId: string | null;
  /** By template: what was said of one is still there after a look at another. */
  wishes: Readonly<Record<string, TemplateWish>>;
}

const NOTHING: Chosen = { templateId: null, wishes: {} };

/** Which template was chosen and what was said of each; survives reload. */
export function useTemplateDraft(name: string) {
  const { values, set, changes, clear } = useFormDraft(`${name}.template`, NOTHING);
  const { templateId, wishes } = values;
  return {
    templateId,
    typed: Object.keys(changes).length > 0,
    wishOf: (id: string | null): TemplateWish => (id === null ? NO_WISH : (wishes[id] ?? NO_WISH)),
    choose: (id: string | null) => set({ templateId: id }),
    say: (id: string, wish: TemplateWish) => set({ wishes: { ...wishes, [id]: wish } }),
    /** Back to nothing; the answer puts it back. */
    clear: () => {
      clear();
      return () => set(changes);
    },
  };
}
