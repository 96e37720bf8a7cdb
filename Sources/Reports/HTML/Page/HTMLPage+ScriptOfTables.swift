extension HTMLPage {
  /// Endpoint × method × status.
  static let coverage = #"""
    /** The statuses that an expectation names one by one. */
    const named = (expected) =>
      !expected || /-|any/.test(expected) ? [] : (expected.match(/\d{3}/g) ?? []).map(Number);

    function coverageRows() {
      const endpoints = new Map();
      const rowOf = (endpoint, method) => {
        if (!endpoints.has(endpoint)) endpoints.set(endpoint, new Map());
        const methods = endpoints.get(endpoint);
        if (!methods.has(method)) {
          methods.set(method, { steps: 0, cells: new Map(), expected: new Set() });
        }
        return methods.get(method);
      };
      for (const step of steps) {
        const row = rowOf(step.endpoint, step.method);
        row.steps += 1;
        if (step.role !== "p") named(step.expected).forEach((status) => row.expected.add(status));
        if (!step.status) continue;
        const cell = row.cells.get(step.status) ?? {};
        cell[step.outcome] = (cell[step.outcome] ?? 0) + 1;
        row.cells.set(step.status, cell);
      }
      for (const { path, methods } of run.endpoints) {
        for (const method of methods) rowOf(path, method);
      }
      return endpoints;
    }

    function fillCoverage() {
      const endpoints = coverageRows();
      const rows = [...endpoints.values()].flatMap((methods) => [...methods.values()]);
      const statuses = [...new Set(rows.flatMap((row) => [...row.cells.keys(), ...row.expected]))]
        .sort((a, b) => a - b);
      const body = [];
      for (const [endpoint, methods] of endpoints) {
        let isFirst = true;
        for (const [method, row] of methods) {
          body.push(el("tr", { class: row.steps ? null : "gap" },
            isFirst ? el("th", { scope: "rowgroup", rowspan: methods.size }, endpoint) : null,
            el("td", { class: "method" }, method),
            statuses.map((status) => el("td", { class: "cell" },
              statusCell(endpoint, method, status, row))),
            el("td", { class: "num" }, row.steps ? row.steps.toLocaleString("en") : "no step")));
          isFirst = false;
        }
      }
      const gaps = rows.filter((row) => row.steps === 0).length;
      const hollow = rows.reduce((sum, row) =>
        sum + [...row.expected].filter((status) => !row.cells.has(status)).length, 0);
      $("coverage").append(el("div", { class: "page" },
        el("h2", {}, `${count(endpoints.size, "endpoint")}, ${count(rows.length, "method")}`),
        el("p", {}, [
          "Which statuses came from which method of which endpoint.",
          gaps ? ` ${count(gaps, "method")} declared without a step.` : "",
          hollow ? ` ${count(hollow, "status").replace("statuss", "statuses")} expected and never`
            + " answered." : "",
        ].join("")),
        el("div", { class: "scroll" }, el("table", {},
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Endpoint"),
            el("th", { scope: "col" }, "Method"),
            statuses.map((status) => el("th", { scope: "col", class: "mid" }, String(status))),
            el("th", { scope: "col", class: "num" }, "Steps"))),
          el("tbody", {}, body))),
        el("p", { class: "legend" },
          order.filter((outcome) => tally[outcome] && outcome !== "s").map((outcome) =>
            el("span", {}, icon(outcome, false), ` ${words[outcome]}`)),
          el("span", { class: "cell" }, el("span", { class: "hollow" }, "–"),
            "expected, never answered"))));
    }

    function statusCell(endpoint, method, status, row) {
      const cell = row.cells.get(status);
      if (!cell) {
        return row.expected.has(status)
          ? el("span", { class: "hollow", title: "expected, never answered" }, "–") : "";
      }
      const worst = order.find((outcome) => cell[outcome]);
      const sum = Object.values(cell).reduce((a, b) => a + b, 0);
      const account = order.filter((outcome) => cell[outcome])
        .map((outcome) => `${cell[outcome]} ${words[outcome]}`).join(", ");
      return el("button", {
        type: "button", class: worst, title: account,
        "aria-label": `${method} ${endpoint} answered ${status}: ${account}`,
        onclick: () => only({ endpoint, method, status }),
      }, icon(worst, false), el("span", {}, sum.toLocaleString("en")));
    }
    """#

  /// How long answers took.
  static let latency = #"""
    /** The smallest value that is at least as large as this share of all. */
    const quantile = (sorted, share) =>
      sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];

    function latencyRows() {
      const groups = new Map();
      for (const step of steps) {
        if (step.latency === null) continue;
        const key = JSON.stringify([step.endpoint, step.method]);
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(step.latency);
      }
      const rows = [...groups].map(([key, values]) => {
        const [endpoint, method] = JSON.parse(key);
        const sorted = Float64Array.from(values).sort();
        return { endpoint, method, sorted };
      });
      return rows.sort((a, b) => quantile(b.sorted, 0.9) - quantile(a.sorted, 0.9));
    }

    const bins = 48;

    /** A scale of powers of ten that holds all values. */
    function scaleOf(rows) {
      const least = Math.max(0.01, Math.min(...rows.map((row) => row.sorted[0])));
      const most = Math.max(least, ...rows.map((row) => row.sorted.at(-1)));
      const low = Math.floor(Math.log10(least) * 2) / 2;
      const high = Math.max(low + 0.5, Math.ceil(Math.log10(most) * 2) / 2);
      return {
        place: (ms) => (Math.log10(Math.max(ms, 0.01)) - low) / (high - low),
        ticks: Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 },
          (_, number) => 10 ** (Math.ceil(low) + number)),
      };
    }

    /** How many answers took how long, on a logarithmic scale; the median is the dark line. */
    function spread(sorted, scale) {
      const heights = new Array(bins).fill(0);
      for (const ms of sorted) {
        heights[Math.min(bins - 1, Math.max(0, Math.floor(scale.place(ms) * bins)))] += 1;
      }
      const most = Math.max(...heights);
      const chart = svg("svg", {
        class: "spread", viewBox: "0 0 480 30", preserveAspectRatio: "none", "aria-hidden": true,
      });
      for (const tick of scale.ticks) {
        const x = scale.place(tick) * 480;
        chart.append(svg("line", { x1: x, x2: x, y1: 0, y2: 30 }));
      }
      heights.forEach((height, place) => {
        if (!height) return;
        const tall = Math.max(2, height / most * 28);
        chart.append(svg("rect", {
          x: place * 10 + 0.5, y: 30 - tall, width: 9, height: tall, rx: 1,
        }));
      });
      const median = scale.place(quantile(sorted, 0.5)) * 480;
      chart.append(svg("rect", { class: "median", x: median - 1, y: 0, width: 2, height: 30 }));
      return chart;
    }

    function ticksOf(scale) {
      return el("div", { class: "ticks" }, scale.ticks.map((tick) => {
        const place = scale.place(tick);
        const label = el("span",
          { class: place < 0.03 ? "first" : place > 0.97 ? "last" : "" }, time(tick));
        label.style.left = `${place * 100}%`;
        return label;
      }));
    }

    function fillLatency() {
      const rows = latencyRows();
      const page = el("div", { class: "page" });
      $("latency").append(page);
      if (rows.length === 0) {
        page.append(el("p", {}, "No step was answered."));
        return;
      }
      const scale = scaleOf(rows);
      const head = ["Steps", "Least", "Median", "90 %", "99 %", "Most"];
      const cellClass = (place) => [-1, 0, 3].includes(place) ? "num wide" : "num";
      page.append(
        el("h2", {}, "How long answers took"),
        el("p", {}, "From the start of an exchange to its last octet, for each endpoint and method; "
          + "the slowest first, by the time within which nine of ten were answered."),
        el("div", { class: "scroll" }, el("table", {},
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Endpoint"),
            el("th", { scope: "col" }, "Method"),
            head.map((name, place) =>
              el("th", { scope: "col", class: cellClass(place - 1) }, name)),
            el("th", { scope: "col" }, ticksOf(scale)))),
          el("tbody", {}, rows.map(({ endpoint, method, sorted }) => el("tr", {},
            el("th", { scope: "row" }, el("button", {
              type: "button", class: "link mono", onclick: () => only({ endpoint, method }),
            }, endpoint)),
            el("td", { class: "method" }, method),
            el("td", { class: cellClass(-1) }, sorted.length.toLocaleString("en")),
            [sorted[0], quantile(sorted, 0.5), quantile(sorted, 0.9), quantile(sorted, 0.99),
              sorted.at(-1)].map((ms, place) => el("td", { class: cellClass(place) }, time(ms))),
            el("td", {}, spread(sorted, scale))))))));
      const slowest = steps.filter((step) => step.tries).sort((a, b) => b.duration - a.duration)
        .slice(0, 10);
      page.append(el("h2", {}, "The slowest steps"),
        el("div", { class: "scroll slowest" }, el("table", {}, el("tbody", {}, slowest.map((step) =>
          el("tr", {}, el("td", { class: "num" }, time(step.duration)),
            el("td", {}, icon(step.outcome), " ", el("button", {
              type: "button", class: "link",
              onclick: () => { clear(); view("steps"); select(step); open(); },
            }, [...step.path, nameOf(step) + step.title].join(" › ") + again(step)))))))));
    }
    """#
}
