extension HTMLPage {
  /// What is said of the run as a whole.
  static let overview = #"""
    const signals = { 1: "SIGHUP", 2: "SIGINT", 15: "SIGTERM" };

    function fillTop() {
      const started = run.startedAt ? new Date(run.startedAt) : null;
      $("facts").textContent = [
        run.url, started?.toISOString().replace("T", " ").slice(0, 16).concat(" UTC"),
        end ? `${count(end.requests, "request")} in ${time(end.duration)}` : "",
      ].filter(Boolean).join("  ·  ");
      const fails = end?.failed || run.staleEntries || end?.conformance?.fails;
      const worst = !end ? "e" : fails ? "f" : end.errors || end.signal || end.unreachable
        ? "e" : end.passed + end.known ? "p" : "s";
      $("verdict").prepend(icon(worst, false));
      const words = el("div", {}, ...$("verdict").querySelectorAll("strong, span"));
      $("verdict").append(words);
      const share = el("div", { class: "share", "aria-hidden": "true" });
      for (const outcome of order) {
        if (!tally[outcome]) continue;
        const part = el("i", { class: outcome });
        part.style.flex = String(tally[outcome]);
        share.append(part);
      }
      const notices = [
        ...accounts(),
        ...(run.staleEntries ?? []).map((text) => el("p", { class: "notice bad" }, text)),
        ...(run.warnings ?? []).map((warning) => el("p", { class: "notice" }, "Warning: " + warning)),
        end?.conformance ? el("p", { class: end.conformance.fails ? "notice bad" : "notice" },
          el("button", { type: "button", class: "link", onclick: () => view("rules") },
            "Conformance"), ": " + end.conformance.summary) : null,
        ...(end?.conformance?.targets ?? []).flatMap((target) => target.alarms ?? [])
          .map((alarm) => el("p", { class: "notice bad" }, alarm)),
        end?.unreachable ? el("p", { class: "notice bad" }, end.unreachable) : null,
        end?.signal ? el("p", { class: "notice bad" },
          `Stopped by ${signals[end.signal] ?? "signal " + end.signal}; what was in flight was`
          + " abandoned.") : null,
        end ? null : el("p", { class: "notice bad" }, "The run did not end: what is here is not all."),
        end && run.steps !== steps.length ? el("p", { class: "notice bad" },
          `${count(run.steps - steps.length, "step")} without an outcome.`) : null,
      ];
      document.querySelector(".top").after(share, ...notices.filter(Boolean));
    }

    /** What an earlier run and a list of known failures say, with ways to the steps. */
    function accounts() {
      const link = (change, ...words) =>
        el("button", { type: "button", class: "link", onclick: () => only(change) }, ...words);
      const by = (mark) => ({ marks: new Set([mark]) });
      const changes = tally.changed ? el("p", { class: "notice account-of" },
        el("span", {}, link(by("changed"), count(tally.changed, "step") + " changed"),
          " since the earlier run"),
        Object.entries(kinds).filter(([, [kind]]) => tally[kind]).map(([letter, [kind, word]]) =>
          el("span", {}, link({ change: letter }, word), ` ${tally[kind].toLocaleString("en")}`)))
        : null;
      const known = tally.fixed || tally.expired ? el("p", { class: "notice account-of" },
        el("span", {}, "Known failures"),
        tally.k ? el("span", {}, link({ outcomes: new Set("k") }, `${tally.k} known`)) : null,
        tally.fixed ? el("span", { title: "What said that they fail can go" },
          link(by("fixed"), `${tally.fixed} fixed`)) : null,
        tally.expired ? el("span", { title: "Known until a day that has passed" },
          link(by("expired"), `${tally.expired} expired`)) : null) : null;
      return changes || known ? [el("div", { class: "accounts" }, ...[changes, known].filter(Boolean))]
        : [];
    }

    function fillAbout() {
      const facts = [
        ["Contract", run.contract], ["Server", run.url],
        ["Started", run.startedAt ? new Date(run.startedAt).toISOString() : ""],
        ["Took", end ? time(end.duration) : ""],
        ["Requests", end ? `${end.requests.toLocaleString("en")}`
          + (end.duration > 0 && end.requests > 1
            ? `, ${Math.round(end.requests / end.duration * 1000).toLocaleString("en")} a second` : "")
          : ""],
        ["At a time", String(run.jobs ?? "")],
        ["Steps", `${(run.steps ?? 0).toLocaleString("en")}`
          + (run.contractSteps !== run.steps ? `, of ${run.contractSteps} in the contract` : "")],
        ["Repetitions", run.repetitions > 1 ? String(run.repetitions) : ""],
        ["Seed", run.seed ? run.seed + (run.shuffled ? ", shuffled" : "") : ""],
        ["Known", end?.known ? count(end.known, "step") : ""],
        ["Fixed", end?.fixed ? `${count(end.fixed, "step")} passed that had been known to fail` : ""],
        ["Expired", end?.expired ? count(end.expired, "step") : ""],
        ["Flaky", end?.flaky ? count(end.flaky, "step") : ""],
        ["Changed", end?.changed ? `${count(end.changed, "step")}: ` + Object.values(kinds)
          .filter(([kind]) => end.changedKinds[kind])
          .map(([kind, word]) => `${word} ${end.changedKinds[kind]}`).join(", ") : ""],
        ["Retry-After", end?.waits ?? ""],
        ["Accord", run.version ?? ""],
      ];
      $("about").append(el("div", { class: "page" }, el("h2", {}, "The run"),
        el("dl", { class: "kv" }, facts.filter(([, value]) => value).flatMap(([name, value]) =>
          [el("dt", {}, name), el("dd", {}, value)]))));
    }
    """#

  /// On paper there is nothing to open: what went wrong is shown whole, the rest as a table.
  static let printing = #"""
    const printed = { whole: 50, rows: 2000 };

    function fillPrint() {
      const wrong = shown.filter((step) => step.outcome === "f" || step.outcome === "e");
      const whole = wrong.slice(0, printed.whole);
      const rows = shown.slice(0, printed.rows);
      const copy = (id) => [...$(id).children].map((child) => child.cloneNode(true));
      $("print").replaceChildren(
        ...whole.map((step) => el("article", { class: "account" }, account(step))),
        wrong.length > whole.length
          ? el("p", {}, `${count(wrong.length - whole.length, "more step")} failed.`) : "",
        el("h2", {}, shown.length === steps.length ? count(shown.length, "step")
          : `${shown.length.toLocaleString("en")} of ${count(steps.length, "step")}`),
        el("div", { class: "scroll" }, el("table", {}, el("tbody", {}, rows.map((step) =>
          el("tr", {}, el("td", {}, icon(step.outcome)),
            el("td", {}, `${groupOf(step)} › ${nameOf(step)}${step.title}`),
            el("td", { class: "num" }, step.status ? String(step.status) : ""),
            el("td", { class: "num" }, step.tries ? time(step.duration) : "not sent")))))),
        shown.length > rows.length
          ? el("p", {}, `${count(shown.length - rows.length, "more step")}.`) : "",
        ...copy("rules"), ...copy("coverage"), ...copy("latency"));
    }
    """#

  /// Views and keys.
  static let keys = #"""
    const views = { steps: "steps", coverage: "coverage", latency: "latency", run: "about",
      rules: "rules" };

    function view(name) {
      for (const [tab, panel] of Object.entries(views)) {
        const isShown = tab === name;
        $(panel).hidden = !isShown;
        $("tab-" + tab).setAttribute("aria-selected", isShown);
        $("tab-" + tab).tabIndex = isShown ? 0 : -1;
      }
      document.body.classList.remove("opened");
      if (name === "steps") lay();
    }

    function wireTabs() {
      const names = Object.keys(views);
      for (const [place, name] of names.entries()) {
        const tab = $("tab-" + name);
        tab.addEventListener("click", () => view(name));
        tab.addEventListener("keydown", (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!step) return;
          event.preventDefault();
          event.stopPropagation();
          const next = names[(place + step + names.length) % names.length];
          view(next);
          $("tab-" + next).focus();
        });
      }
    }

    const keyHelp = [
      ["j k ↓ ↑", "next and previous step"], ["Enter", "open the step"],
      ["Esc", "back to the list; in the filter, empty it"], ["/", "filter"],
      ["1 2 3 4", "steps, coverage, latency, run"], ["c", "copy the curl line"],
      ...(end?.conformance ? [["5", "conformance"]] : []),
      ["t", "light, dark, as the system"], ["?", "this"],
    ];

    function fillKeys() {
      $("keys").append(
        el("h2", { id: "keys-title" }, "Keys"),
        el("dl", {}, keyHelp.flatMap(([keys, words]) => [
          el("dt", {}, keys.split(" ").flatMap((key) => [el("kbd", {}, key), " "])),
          el("dd", {}, words)])),
        el("form", { method: "dialog" }, el("button", { class: "plain" }, "Close")));
      $("help").addEventListener("click", () => $("keys").showModal());
    }

    const page = () => Math.max(1, Math.floor($("list").clientHeight / 40));
    const moves = {
      j: () => 1, k: () => -1, ArrowDown: () => 1, ArrowUp: () => -1, PageDown: page,
      PageUp: () => -page(), Home: () => -Infinity, End: () => Infinity,
    };
    const actions = {
      "/": () => { view("steps"); $("text").focus(); $("text").select(); },
      "?": () => $("keys").showModal(),
      1: () => view("steps"), 2: () => view("coverage"), 3: () => view("latency"),
      4: () => view("run"), 5: () => views.rules && view("rules"),
      t: () => $("theme").click(),
      c: () => document.querySelector("#detail .copy")?.click(),
      Escape: close,
    };

    function pressed(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
      const target = event.target;
      if (target.matches("input, select, textarea")) {
        if (event.key === "Escape" && target === $("text")) {
          target.value = filter.text = "";
          apply();
          $("list").focus();
          event.preventDefault();
        } else if (event.key === "Enter" && target === $("text") && shown.length) {
          select(shown[0]);
          $("list").focus();
        }
        return;
      }
      const isInList = target === $("list") || target === document.body;
      if (event.key in moves && !$("steps").hidden) {
        // Arrows scroll what is scrolled: letters always move.
        if (event.key.length > 1 && !isInList) return;
        move(moves[event.key]());
      } else if (event.key === "Enter" && isInList && selected) {
        open();
        $("detail").focus();
      } else if (Object.hasOwn(actions, event.key)) {
        actions[event.key]();
      } else {
        return;
      }
      event.preventDefault();
    }
    """#

  /// What happens when the page opens.
  static let start = #"""
    const themes = ["", "light", "dark"];

    function setTheme(theme) {
      document.documentElement.dataset.theme = theme;
      const words = { "": "as the system", light: "light", dark: "dark" }[theme];
      $("theme").textContent = { "": "◐", light: "○", dark: "●" }[theme];
      $("theme").title = `Colours: ${words}`;
      $("theme").setAttribute("aria-label", `Colours: ${words}`);
    }

    function wireTheme() {
      // A page in a sandbox has no store.
      let theme = "";
      try { theme = localStorage.getItem("accord-theme") ?? ""; } catch { /* none */ }
      if (!themes.includes(theme)) theme = "";
      setTheme(theme);
      $("theme").addEventListener("click", () => {
        theme = themes[(themes.indexOf(theme) + 1) % themes.length];
        setTheme(theme);
        try { localStorage.setItem("accord-theme", theme); } catch { /* none */ }
      });
    }

    /** The step that the address names, else the first that is shown. */
    function selectFirst() {
      const named = /^#step-(\d+)$/.exec(location.hash);
      const step = named && steps.find((step) => step.index === Number(named[1]));
      if (step) {
        if (!shown.includes(step)) clear();
        select(step);
        open();
      } else if (shown.length) {
        selected = shown[0];
        paint();
        show(selected);
      } else {
        $("detail").append(el("p", { class: "empty" }, "There is no step to show."));
      }
    }

    wireTheme();
    fillTop();
    fillFilters();
    fillKeys();
    fillCoverage();
    fillLatency();
    fillAbout();
    apply();
    selectFirst();
    fillRules();
    wireTabs();
    $("list").addEventListener("scroll", () => requestAnimationFrame(paint), { passive: true });
    new ResizeObserver(() => paint()).observe($("list"));
    isNarrow.addEventListener("change", lay);
    document.addEventListener("keydown", pressed);
    addEventListener("beforeprint", fillPrint);
    addEventListener("afterprint", () => $("print").replaceChildren());
    """#
}
