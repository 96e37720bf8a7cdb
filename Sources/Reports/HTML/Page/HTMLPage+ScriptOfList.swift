extension HTMLPage {
  /// The list: only the rows in sight are elements, however many steps there are.
  static let listing = #"""
    let items = [];
    let tops = new Float64Array(1);
    let selected = null;

    const isNarrow = matchMedia("(max-width: 760px)");

    /** Lays out groups and rows for the steps that are shown. */
    function lay() {
      const [group, row, tall] = isNarrow.matches ? [34, 44, 62] : [34, 32, 52];
      items = [];
      const heights = [];
      let last = null;
      for (const [place, step] of shown.entries()) {
        const name = groupOf(step);
        if (name !== last) { items.push({ name }); heights.push(group); last = name; }
        items.push({ step, place });
        heights.push(step.message ? tall : row);
      }
      tops = new Float64Array(items.length + 1);
      heights.forEach((height, place) => { tops[place + 1] = tops[place] + height; });
      $("rows").style.height = `${tops[items.length]}px`;
      paint();
    }

    /** The item at a height. */
    function itemAt(height) {
      let low = 0, high = items.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tops[middle + 1] <= height) low = middle + 1; else high = middle;
      }
      return low;
    }

    function paint() {
      const list = $("list");
      const from = Math.max(0, itemAt(list.scrollTop) - 8);
      const to = Math.min(items.length, itemAt(list.scrollTop + list.clientHeight) + 9);
      const rows = [];
      for (let place = from; place < to; place++) rows.push(rowFor(items[place], place));
      if (items.length === 0) {
        rows.push(el("p", { class: "empty" }, "No step is like this. ",
          el("button", { type: "button", class: "link", onclick: clear }, "Show all")));
      }
      $("rows").replaceChildren(...rows);
      if (selected && $("row-" + selected.index)) {
        list.setAttribute("aria-activedescendant", "row-" + selected.index);
      } else {
        list.removeAttribute("aria-activedescendant");
      }
    }

    function rowFor(item, place) {
      let row;
      if (item.step) {
        const step = item.step;
        row = el("div", {
          class: "row", role: "option", id: "row-" + step.index,
          "aria-selected": step === selected ? "true" : "false",
          "aria-setsize": shown.length, "aria-posinset": item.place + 1,
          onclick: () => { select(step); open(); },
        }, icon(step.outcome), titleOf(step),
        el("span", { class: "status" }, step.status ? String(step.status) : ""),
        el("span", { class: "time num" }, step.tries ? time(step.duration) : "not sent"),
        step.message ? el("span", { class: "message" }, marked(step.message)) : null);
      } else {
        row = el("div", { class: "group", role: "presentation" },
          el("span", {}, marked(item.name)));
      }
      row.style.top = `${tops[place]}px`;
      row.style.height = `${tops[place + 1] - tops[place]}px`;
      return row;
    }

    function titleOf(step) {
      const title = el("span", { class: "title" }, nameOf(step));
      if (step.title.startsWith(step.method + " ")) {
        title.append(el("span", { class: "method" }, step.method), " ",
          ...marked(step.title.slice(step.method.length + 1)));
      } else {
        title.append(...marked(step.title));
      }
      return title;
    }

    /** The text with what is searched for marked in it. */
    function marked(text) {
      const small = text.toLowerCase();
      const parts = [];
      let place = 0;
      while (terms.length && small.length === text.length) {
        let at = -1, size = 0;
        for (const term of terms) {
          const found = small.indexOf(term, place);
          if (found >= 0 && (at < 0 || found < at)) { at = found; size = term.length; }
        }
        if (at < 0) break;
        parts.push(text.slice(place, at), el("mark", {}, text.slice(at, at + size)));
        place = at + size;
      }
      parts.push(text.slice(place));
      return parts;
    }

    function scrollTo(step) {
      const place = items.findIndex((item) => item.step === step);
      if (place < 0) return;
      const list = $("list");
      const above = items[place - 1] && !items[place - 1].step ? tops[place - 1] : tops[place];
      if (above < list.scrollTop) list.scrollTop = above;
      const below = tops[place + 1] - list.clientHeight;
      if (below > list.scrollTop) list.scrollTop = below;
    }

    /** Moves the selection by so many of the steps that are shown. */
    function move(distance) {
      if (shown.length === 0) return;
      const place = shown.indexOf(selected);
      const next = place < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, place + distance));
      select(shown[next]);
    }

    function select(step) {
      selected = step;
      scrollTo(step);
      paint();
      show(step);
      try { history.replaceState(null, "", "#step-" + step.index); } catch { /* in a sandbox */ }
    }

    /** On a narrow screen the details lie over the list. */
    function open() {
      document.body.classList.add("opened");
      if (!isNarrow.matches) return;
      $("detail").scrollTop = 0;
      $("detail").focus();
    }

    function close() {
      document.body.classList.remove("opened");
      $("list").focus();
    }
    """#
}
