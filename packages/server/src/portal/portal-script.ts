/**
 * All the script of client pages: it tells that a page, or what happened once, was really before somebody's eyes, and keeps what
 * is typed into a form that says so. Every page works without.
 */
export const PORTAL_SCRIPT = `(() => {
  const view = document.currentScript?.dataset.view;
  const send = (form) =>
    fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", keepalive: true }).catch(() => {});
  let moments = [...document.querySelectorAll("form[data-seen]")];
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible")
      timer = setTimeout(() => {
        if (view) navigator.sendBeacon("/portal-seen", view);
        moments.forEach(send);
        moments = [];
      }, 3000);
  };
  if (view || moments.length) {
    document.addEventListener("visibilitychange", look);
    look();
  }
  for (const form of document.querySelectorAll("form[data-keep]")) {
    let later;
    form.addEventListener("submit", () => clearTimeout(later));
    form.addEventListener("input", ({ target }) => {
      if (target.type === "file") return;
      clearTimeout(later);
      later = setTimeout(() => {
        const typed = new FormData(form);
        for (const { name } of form.querySelectorAll("[type=file]")) typed.delete(name);
        typed.set("do", "keep");
        fetch(location.href, { method: "POST", body: typed, redirect: "manual" }).catch(() => {});
      }, 1500);
    });
  }
})();
`;
