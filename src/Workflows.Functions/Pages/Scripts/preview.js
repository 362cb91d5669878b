// The preview of what the GP is going to read follows the typing; the app itself renders it, as it does for the button without script.
for (const preview of document.querySelectorAll("[data-preview]")) {
  const pause = 500;
  const form = preview.closest("form");
  const button = form.querySelector("[data-preview-button]");
  let typing = 0;
  document.documentElement.classList.add("scripted");

  const refresh = async () => {
    const asked = ++typing;
    const answer = await fetch(form.action, { method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(new FormData(form, button)) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-preview]");
    if (answer.ok && fresh && asked === typing) {
      preview.replaceChildren(...fresh.childNodes);
    }
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, pause);
  });
}
