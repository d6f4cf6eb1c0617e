import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import type { Key } from "./keyboard.ts";
import { keys } from "./query-keys.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

export type CardButton = Shape<"CardButton">;

export const buttonsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "buttons"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/buttons", { params: { path: { projectId } } })))
        .items,
  });

export function buttonsAt(buttons: readonly CardButton[], where: CardButton["place"]): CardButton[] {
  return buttons.filter(({ place }) => place === where);
}

const MOST_KEYS = 9;

/** The key of the first, second and so on; those after the ninth have none. */
export function pressKey(at: number): string | null {
  return at < MOST_KEYS ? `b ${at + 1}` : null;
}

/** For the list of keys, and so for the command menu. */
export function pressKeys(buttons: readonly CardButton[], press: (button: CardButton) => void): Key[] {
  return buttons.flatMap((button, at) => {
    const keys = pressKey(at);
    return keys === null ? [] : [{ keys, label: `Press “${button.name}”`, run: () => press(button) }];
  });
}

/** With all of these cards or with none, and one way back for all of it. */
export async function pressButton(
  client: QueryClient,
  projectId: string,
  { id, name, revision }: CardButton,
  cardIds: string[],
): Promise<void> {
  const refresh = () => client.invalidateQueries({ queryKey: keys.project(projectId) });
  const press = api.POST("/api/v1/buttons/{buttonId}/press", {
    params: { path: { buttonId: id } },
    body: { cardIds, revision },
  });
  try {
    const pressed = await answer(press);
    offerUndo(pressed.cards === 1 ? `“${name}” done` : `“${name}” done with ${pressed.cards} cards`, () =>
      answer(
        api.POST("/api/v1/button-presses/{pressId}/undo", { params: { path: { pressId: pressed.id } } }),
      ).finally(refresh),
    );
  } catch (error) {
    sayProblem(error);
  }
  await refresh();
}
