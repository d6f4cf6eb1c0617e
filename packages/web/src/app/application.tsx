import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "../lib/query-client.ts";
import { ToastOutlet } from "../lib/toast-outlet.tsx";
import { cssVariables, theme } from "../ui/theme.ts";
import { router } from "./router.ts";

const scheme = localStorageColorSchemeManager({ key: "milepost.color-scheme" });

// Menus, dialogs and messages stand in a landmark of index.html, so that they are found by those who listen.
const placed = mergeThemeOverrides(theme, {
  components: { Portal: { defaultProps: { target: "#portals" } } },
});

export function Application() {
  return (
    <MantineProvider
      theme={placed}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={scheme}
    >
      <ToastOutlet />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
