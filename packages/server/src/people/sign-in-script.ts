/** Small additions for browsers that can: the cursor in its field, passwords shown on wish, the time zone of the one who sets up, passkeys. */
export const SIGN_IN_SCRIPT = `"use strict";
(function () {
  var zone = document.querySelector("#timeZone[data-guess]");
  if (zone) {
    var here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (Array.prototype.some.call(zone.options, function (option) { return option.value === here; })) zone.value = here;
  }
  var first = document.querySelector("[data-first]");
  if (first) first.focus();
  document.querySelectorAll("input[type=password]").forEach(function (input) {
    var shows = document.createElement("button");
    function show(yes) {
      input.type = yes ? "text" : "password";
      shows.textContent = yes ? "Hide" : "Show";
      shows.setAttribute("aria-label", (yes ? "Hide " : "Show ") + input.id);
    }
    shows.type = "button";
    shows.className = "shows";
    shows.addEventListener("click", function () { show(input.type === "password"); });
    input.form.addEventListener("submit", function () { show(false); });
    input.after(shows);
    show(false);
  });
  var button = document.getElementById("passkey");
  var wrong = document.getElementById("passkey-wrong");
  if (!button || !window.PublicKeyCredential) return;
  button.hidden = false;
  function bytes(text) {
    var raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(raw, function (letter) { return letter.charCodeAt(0); });
  }
  function text(buffer) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
  }
  function post(path, body) {
    return fetch("/api/v1/session/passkey" + path, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body)
    }).then(function (answer) {
      return answer.json().then(function (json) {
        if (!answer.ok) throw new Error(json.detail);
        return json;
      });
    });
  }
  button.addEventListener("click", function () {
    wrong.hidden = true;
    post("/options", {}).then(function (options) {
      return navigator.credentials.get({ publicKey: {
        challenge: bytes(options.challenge), rpId: options.rpId, timeout: options.timeout, userVerification: options.userVerification
      } });
    }).then(function (found) {
      return post("", { response: {
        id: found.id, rawId: text(found.rawId), type: found.type,
        response: {
          clientDataJSON: text(found.response.clientDataJSON),
          authenticatorData: text(found.response.authenticatorData),
          signature: text(found.response.signature)
        }
      } });
    }).then(function () {
      location.assign(button.dataset.next);
    }).catch(function (error) {
      if (error.name === "NotAllowedError") return;
      wrong.textContent = error.message;
      wrong.hidden = false;
    });
  });
})();
`;
