extension HTMLPage {
  /// How elements are made: of text only, never of markup.
  static let elements = #"""
    const $ = (id) => document.getElementById(id);

    /** An element with properties (`class`, `on…` and attributes) and children. */
    function el(name, properties = {}, ...children) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(properties)) {
        if (value === undefined || value === null || value === false) continue;
        if (key === "class") element.className = value;
        else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else element.setAttribute(key, value === true ? "" : value);
      }
      element.append(...children.flat().filter((child) => child !== null && child !== undefined));
      return element;
    }

    function svg(name, attributes, ...children) {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...children);
      return element;
    }

    const words = {
      p: "passed", f: "failed", e: "error", s: "skipped", o: "observed", k: "known",
    };
    const order = ["f", "e", "k", "p", "o", "s"];

    function icon(outcome, isNamed = true) {
      const use = svg("use", { href: "#i-" + outcome });
      const name = isNamed ? { role: "img", "aria-label": words[outcome] } : { "aria-hidden": true };
      return svg("svg", { class: "icon " + outcome, viewBox: "0 0 16 16", ...name }, use);
    }

    const count = (number, noun) =>
      `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

    /** Milliseconds for reading. */
    function time(ms) {
      if (ms === null || ms === undefined) return "";
      if (ms > 0 && ms < 0.095) return `${Math.round(ms * 1000)} µs`;
      if (ms < 9.95) return `${Math.round(ms * 10) / 10} ms`;
      if (ms < 999.5) return `${Math.round(ms)} ms`;
      if (ms < 60000) return `${(ms / 1000).toPrecision(3)} s`;
      return `${Math.floor(ms / 60000)} min ${Math.round(ms / 1000) % 60} s`;
    }
    """#

  /// What is read from the file: the list at once, the details of a step when it is opened.
  static let data = #"""
    const read = (id) => JSON.parse($(id)?.textContent ?? "null");
    const run = read("run") ?? { contract: "", url: "", endpoints: [] };
    const end = read("end");

    const steps = [];
    for (const element of document.querySelectorAll("script.rows")) {
      const details = element.nextElementSibling;
      for (const [line, row] of JSON.parse(element.textContent).entries()) {
        const step = { details, line };
        for (let place = 0; place < columns.length; place++) step[columns[place]] = row[place];
        steps.push(step);
      }
    }
    // Steps were written as they were done. What shuffling parted stands together here.
    steps.sort((a, b) => run.shuffled
      ? a.repetition - b.repetition || a.section - b.section || a.index - b.index
      : a.index - b.index);

    const tally = {};
    for (const step of steps) tally[step.outcome] = (tally[step.outcome] ?? 0) + 1;

    const lines = { element: null, texts: [] };

    /** All that the file has of a step. */
    function detailsOf(step) {
      if (lines.element !== step.details) {
        lines.element = step.details;
        lines.texts = step.details.textContent.slice(1).split("\n");
      }
      return JSON.parse(lines.texts[step.line]);
    }

    /** What a step is called in its place: the numbers of a scenario's steps before their names. */
    function nameOf(step) {
      if (step.role === "c") return `cleanup ${step.ordinal}. `;
      if (step.role === "p") return "allows › ";
      return step.ordinal > 0 ? `${step.ordinal}. ` : "";
    }

    const again = (step) => step.repetition > 1 ? ` #${step.repetition}` : "";
    const groupOf = (step) => (step.path.join(" › ") || run.contract) + again(step);
    """#

  /// Which steps are shown.
  static let filtering = #"""
    const filter = { outcomes: new Set(), text: "", endpoint: "", tag: "", method: "", status: 0 };
    // Who opens a report of a run that failed looks for what failed.
    for (const outcome of ["f", "e"]) if (tally[outcome]) filter.outcomes.add(outcome);

    let shown = [];
    let terms = [];

    function haystack(step) {
      return step.hay ??= [
        step.title, ...step.path, step.endpoint, step.method, step.status || "", step.message,
        ...step.tags, words[step.outcome], step.mark === "y" ? "flaky" : "",
      ].join("\n").toLowerCase();
    }

    function matches(step) {
      return (filter.outcomes.size === 0 || filter.outcomes.has(step.outcome))
        && (filter.endpoint === "" || step.endpoint === filter.endpoint)
        && (filter.tag === "" || step.tags.includes(filter.tag))
        && (filter.method === "" || step.method === filter.method)
        && (filter.status === 0 || step.status === filter.status)
        && terms.every((term) => haystack(step).includes(term));
    }

    /** Filters again, and shows what remains. */
    function apply() {
      terms = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
      shown = steps.filter(matches);
      for (const button of $("outcomes").children) {
        button.setAttribute("aria-pressed", filter.outcomes.has(button.dataset.outcome));
      }
      const exact = [filter.method, filter.status || ""].filter(Boolean).join(" ");
      const isAll = shown.length === steps.length;
      $("count").replaceChildren(
        isAll ? count(steps.length, "step")
          : `${shown.length.toLocaleString("en")} of ${count(steps.length, "step")}`,
        exact ? ` with ${exact}` : "",
        isAll ? "" : el("button", { type: "button", onclick: clear }, "show all"));
      lay();
    }

    function clear() {
      filter.outcomes.clear();
      Object.assign(filter, { text: "", endpoint: "", tag: "", method: "", status: 0 });
      $("text").value = $("endpoint").value = $("tag").value = "";
      apply();
    }

    /** Shows the steps of an endpoint, as the tables link to them. */
    function only(change) {
      clear();
      Object.assign(filter, change);
      $("endpoint").value = filter.endpoint;
      apply();
      view("steps");
      if (shown.length) select(shown[0]);
    }

    function fillFilters() {
      $("outcomes").append(...order.filter((outcome) => tally[outcome]).map((outcome) =>
        el("button", {
          type: "button", class: outcome, "data-outcome": outcome,
          onclick: () => {
            if (!filter.outcomes.delete(outcome)) filter.outcomes.add(outcome);
            apply();
          },
        }, icon(outcome, false),
        el("span", {}, outcome === "e" ? count(tally.e, "error")
          : `${tally[outcome].toLocaleString("en")} ${words[outcome]}`))));
      const fill = (select, all, values) => {
        select.append(el("option", { value: "" }, all),
          ...values.map((value) => el("option", { value }, value)));
        select.hidden = values.length === 0;
      };
      const sorted = (values) => [...new Set(values)].sort((a, b) => a.localeCompare(b));
      fill($("endpoint"), "All endpoints", sorted(steps.map((step) => step.endpoint)));
      fill($("tag"), "All tags", sorted(steps.flatMap((step) => step.tags)));
      $("tag").parentElement.classList.toggle("few", $("tag").hidden);
      for (const id of ["text", "endpoint", "tag"]) {
        $(id).addEventListener("input", () => { filter[id] = $(id).value; apply(); });
      }
    }
    """#

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
