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

    /** What else is said of steps, by the letters of their marks. */
    const marks = {
      changed: Object.keys(kinds).join(""), fixed: "x", expired: "d", flaky: "y",
    };
    const has = (step, mark) => step.marks.some((letter) => marks[mark].includes(letter));

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
    const add = (key) => { tally[key] = (tally[key] ?? 0) + 1; };
    for (const step of steps) {
      add(step.outcome);
      if (step.marks.length === 0) continue;
      for (const mark of Object.keys(marks)) if (has(step, mark)) add(mark);
      for (const letter of step.marks) if (letter in kinds) add(kinds[letter][0]);
    }

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
    const unset = { text: "", endpoint: "", tag: "", method: "", status: 0, change: "" };
    // Outcomes and marks: a step is shown that has one of them.
    const filter = { outcomes: new Set(), marks: new Set(), ...unset };
    // Who opens a report of a run that failed looks for what failed.
    for (const outcome of ["f", "e"]) if (tally[outcome]) filter.outcomes.add(outcome);

    let shown = [];
    let terms = [];

    function haystack(step) {
      return step.hay ??= [
        step.title, ...step.path, step.endpoint, step.method, step.status || "", step.message,
        ...step.tags, words[step.outcome], ...Object.keys(marks).filter((mark) => has(step, mark)),
      ].join("\n").toLowerCase();
    }

    function matches(step) {
      return (filter.outcomes.size + filter.marks.size === 0 || filter.outcomes.has(step.outcome)
          || [...filter.marks].some((mark) => has(step, mark)))
        && (filter.change === "" || step.marks.includes(filter.change))
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
        const { outcome, mark } = button.dataset;
        button.setAttribute("aria-pressed",
          outcome ? filter.outcomes.has(outcome) : filter.marks.has(mark));
      }
      const exact = [filter.method, filter.status || "",
        filter.change ? `changed ${kinds[filter.change][1]}` : ""].filter(Boolean).join(" ");
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
      filter.marks.clear();
      Object.assign(filter, unset);
      $("text").value = $("endpoint").value = $("tag").value = "";
      apply();
    }

    /** Shows the steps that a table or a note links to. */
    function only(change) {
      clear();
      Object.assign(filter, change);
      $("endpoint").value = filter.endpoint;
      apply();
      view("steps");
      if (shown.length) select(shown[0]);
    }

    function fillFilters() {
      const chip = (properties, name, key, ...content) => el("button", {
        type: "button", ...properties,
        onclick: () => {
          if (!filter[name].delete(key)) filter[name].add(key);
          apply();
        },
      }, ...content);
      const counted = (key, word) => el("span", {}, key === "e" ? count(tally.e, "error")
        : `${tally[key].toLocaleString("en")} ${word}`);
      $("outcomes").append(
        ...order.filter((outcome) => tally[outcome]).map((outcome) =>
          chip({ class: outcome, "data-outcome": outcome }, "outcomes", outcome,
            icon(outcome, false), counted(outcome, words[outcome]))),
        ...Object.keys(marks).filter((mark) => tally[mark]).map((mark) =>
          chip({ class: "mark", "data-mark": mark }, "marks", mark, counted(mark, mark))));
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
}
