/** All the script of client pages: it tells that a page was really before somebody's eyes. Every page works without. */
export const PORTAL_SCRIPT = `(() => {
  const view = document.currentScript?.dataset.view;
  if (!view) return;
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible")
      timer = setTimeout(() => navigator.sendBeacon("/portal-seen", view), 3000);
  };
  document.addEventListener("visibilitychange", look);
  look();
})();
`;
