"use strict";
(() => {
  const control = (id) => document.getElementById(id);
  const list = control("entries");
  const entries = Array.from(list.children, (item, place) => ({
    item,
    place,
    text: item.textContent.toLowerCase(),
    unlimited: Number(item.dataset.unlimited),
    covered: Number(item.dataset.covered),
    order: Number(item.dataset.order),
    type: item.dataset.type,
  }));

  // Each filter reports whether an entry passes, given the value of its control.
  const filters = {
    text: (e, words) => words.toLowerCase().split(/\s+/).every((word) => e.text.includes(word)),
    package: (e, value) => e.item.dataset.package === value,
    type: (e, value) => e.type === value,
    lifetime: (e, value) => e.item.dataset.lifetime === value,
    rule: (e, value) => e.item.dataset.rules.includes(" " + value + " "),
    unlimited: (e) => e.unlimited > 0,
  };
  const orders = {
    place: () => 0,
    type: (a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
    lifetime: (a, b) => a.order - b.order,
    unlimited: (a, b) => b.unlimited - a.unlimited || b.covered - a.covered,
  };
  const names = [...Object.keys(filters), "sort"];
  const get = (name) => (control(name).type === "checkbox" ? (control(name).checked ? "yes" : "") : control(name).value.trim());
  const set = (name, value) => {
    const c = control(name);
    if (c.type === "checkbox") {
      c.checked = value !== "";
    } else {
      c.value = value;
      if (c.value !== value) c.selectedIndex = 0; // a select without such an option
    }
  };

  let order = "place";
  const show = () => {
    const active = Object.keys(filters).filter((name) => get(name) !== "");
    let shown = 0;
    for (const e of entries) {
      e.item.hidden = !active.every((name) => filters[name](e, get(name)));
      if (!e.item.hidden) shown++;
    }
    if (get("sort") !== order) {
      order = get("sort");
      const sorted = [...entries].sort((a, b) => orders[order](a, b) || a.place - b.place);
      list.append(...sorted.map((e) => e.item));
    }
    control("shown").textContent = shown + " of " + entries.length + " shown";
    control("nothing").hidden = shown > 0;
  };

  // The address remembers what is chosen, so that it can be shared: after #?, where no entry's name begins so.
  const remember = () => {
    const chosen = new URLSearchParams();
    for (const name of names) {
      if (get(name) !== "" && !(name === "sort" && get(name) === "place")) chosen.set(name, get(name));
    }
    history.replaceState(null, "", location.pathname + location.search + (chosen.size > 0 ? "#?" + chosen : ""));
  };
  const recall = () => {
    if (location.hash.startsWith("#?")) {
      const chosen = new URLSearchParams(location.hash.slice(2));
      for (const name of names) set(name, chosen.get(name) ?? (name === "sort" ? "place" : ""));
      show();
      return;
    }
    // A link to an entry that is filtered out shows it all the same.
    const target = control(location.hash.slice(1));
    if (target?.hidden) {
      target.hidden = false;
      target.scrollIntoView();
    }
  };

  const change = () => {
    show();
    remember();
  };
  control("filter").addEventListener("input", change);
  control("reset").addEventListener("click", () => {
    for (const name of names) set(name, name === "sort" ? "place" : "");
    change();
  });
  addEventListener("hashchange", recall);

  // Paper has no details to open.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const d of opened) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of opened) d.open = false;
  });

  control("filter").hidden = false;
  show();
  recall();
})();
