extension HTMLPage {
  /// What rules of HTTP and REST say of the run, and what probes found.
  static let rules = #"""
    const verdicts = {
      violation: ["violated", "f"], inconclusive: ["inconclusive", "k"],
      "not-applicable": ["not applicable", "s"], conforms: ["conform", "p"],
    };
    const shownVerdicts = new Set();

    /** Sections of standards, to be read: nothing is asked for before somebody follows a link. */
    function sections(rule) {
      return el("p", { class: "sections" }, rule.sections.map((section) =>
        el("a", { href: section.url, rel: "noreferrer noopener", target: "_blank" }, section.name)));
    }

    /** One of the exchanges that show a finding, the part that shows it marked. */
    function exhibit(exhibit) {
      const parts = exhibit.parts ?? [];
      return el("div", { class: "exhibit" },
        exhibit.role ? el("h4", {}, exhibit.role) : null,
        exhibit.lines.length
          ? el("p", { class: "mono marked" }, exhibit.lines.join("\n").replace(/^< /gm, "")) : null,
        exhibit.exchange ? [
          message("Request", exhibit.exchange.request),
          exhibit.exchange.response
            ? message("Response", exhibit.exchange.response, parts) : null,
          exhibit.exchange.error ? el("p", { class: "said e" }, exhibit.exchange.error) : null,
        ].flat(2) : el("pre", { class: "panel wrapped" }, exhibit.text),
        exhibit.curl || exhibit.notes ? el("div", { class: "panel" },
          exhibit.curl ? [
            el("div", { class: "bar" }, el("span", { class: "muted grow" }, "in a POSIX shell"),
              copyButton(exhibit.curl)),
            el("pre", { class: "curl" }, exhibit.curl),
          ] : null,
          (exhibit.notes ?? []).map((note) => el("p", { class: "content note" }, note)),
        ) : null);
    }

    function ruleOfTarget(rule) {
      const [word, color] = verdicts[rule.verdict] ?? [rule.verdict, "s"];
      const isBroken = rule.verdict === "violation";
      const content = () => [
        el("p", {}, rule.statement), sections(rule),
        rule.exhibits?.length
          ? el("div", { class: "exhibits" }, rule.exhibits.map(exhibit)) : null,
        isBroken ? el("p", { class: "remedy" }, "On the server: " + rule.remedy) : null,
      ].filter(Boolean);
      const details = el("details", { class: "rule " + color, open: isBroken },
        el("summary", {}, el("span", { class: "chip" },
          isBroken ? rule.level + (rule.fails ? ", fails the run" : "") : word),
        el("span", { class: "mono" }, rule.id), " ",
        el("span", { class: "why" }, rule.problem ?? rule.reason ?? "")));
      if (isBroken) details.append(...content());
      else details.addEventListener("toggle", () => details.append(...content()), { once: true });
      details.dataset.verdict = rule.verdict;
      return details;
    }

    function target(target) {
      return el("section", { class: "page target" }, el("h2", {}, target.path),
        el("p", {}, target.summary),
        (target.alarms ?? []).map((alarm) => el("p", { class: "notice bad" }, alarm)),
        target.rules.map(ruleOfTarget));
    }

    /** Shows the rules of the verdicts that are chosen; of all, where none is. */
    function applyVerdicts() {
      for (const rule of $("rules").querySelectorAll(".rule")) {
        rule.hidden = shownVerdicts.size > 0 && !shownVerdicts.has(rule.dataset.verdict);
      }
      for (const button of $("rules").querySelectorAll("[data-verdict-filter]")) {
        button.setAttribute("aria-pressed", shownVerdicts.has(button.dataset.verdictFilter));
      }
    }

    /** A chip for each verdict that some rule of a target came to. */
    function verdictFilter(targets) {
      const rules = targets.flatMap((target) => target.rules);
      for (const verdict of ["violation", "inconclusive"]) {
        if (rules.some((rule) => rule.verdict === verdict)) shownVerdicts.add(verdict);
      }
      return el("div", { class: "verdicts", role: "group", "aria-label": "Verdicts" },
        Object.entries(verdicts).map(([verdict, [word, color]]) => {
          const number = rules.filter((rule) => rule.verdict === verdict).length;
          return number ? el("button", {
            type: "button", class: "chip " + color, "data-verdict-filter": verdict,
            onclick: () => {
              if (!shownVerdicts.delete(verdict)) shownVerdicts.add(verdict);
              applyVerdicts();
            },
          }, `${number.toLocaleString("en")} ${word}`) : null;
        }));
    }

    function leadTo(event, index) {
      const step = steps.find((step) => step.index === index);
      if (!step) return;
      event.preventDefault();
      view("steps");
      if (!shown.includes(step)) clear();
      select(step);
      open();
    }

    /** The rules that exchanges of steps broke, with a link to the first step; then each target. */
    function fillRules() {
      const conformance = end?.conformance;
      if (!conformance) {
        $("tab-rules").hidden = true;
        delete views.rules;
        return;
      }
      const targets = conformance.targets ?? [];
      $("rules").append(el("div", { class: "page" }, el("h2", {}, "Conformance"),
        el("p", {}, conformance.summary),
        targets.length ? verdictFilter(targets) : null,
        el("dl", { class: "kv" }, conformance.rules.flatMap((rule) => [
          el("dt", {}, rule.level),
          el("dd", {}, el("a", { href: "#step-" + rule.index, onclick: (event) => leadTo(event, rule.index) },
            rule.text),
            el("p", {}, `${rule.statement} ${rule.remedy}`), sections(rule))]))),
        ...targets.map(target));
      applyVerdicts();
      if (targets.length && steps.length === 0) view("rules");
    }
    """#
}
