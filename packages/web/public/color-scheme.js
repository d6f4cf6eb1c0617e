// Before the first paint, so that nobody who chose dark sees a white flash.
(() => {
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("milepost.color-scheme") || "auto";
  } catch {}
  const dark = chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
