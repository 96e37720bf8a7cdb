extension HTMLPage {
  /// Requests, responses and their timing.
  static let exchange = #"""
    /** JSON with a line for each member, token by token: nothing in it is changed. */
    function indented(text) {
      let out = "", depth = 0;
      const line = () => "\n" + "  ".repeat(Math.min(depth, 40));
      for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g)) {
        const last = out.at(-1);
        if (token === "}" || token === "]") {
          depth = Math.max(0, depth - 1);
          out += (last === "{" || last === "[" ? "" : line()) + token;
          continue;
        }
        if (last === "{" || last === "[") out += line();
        if (token === ",") { out += token + line(); continue; }
        out += token === ":" ? ": " : token;
        if (token === "{" || token === "[") depth += 1;
      }
      return out;
    }

    function colored(text) {
      const parts = [];
      let place = 0;
      const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;
      for (const token of text.matchAll(tokens)) {
        const kind = token[2] ? "j-name" : token[1] ? "j-text"
          : /^[tfn]/.test(token[0]) ? "j-word" : "j-number";
        parts.push(text.slice(place, token.index),
          el("span", { class: kind }, token[1] ?? token[0]), token[2] ?? "");
        place = token.index + token[0].length;
      }
      parts.push(text.slice(place));
      return parts;
    }

    const typeOf = (message) =>
      message.fields.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";

    function content(message, isMarked = false) {
      const body = message.body;
      if (!body) return message.note ? el("p", { class: "content note" }, message.note) : null;
      const notes = [];
      const parts = [];
      if (body.text !== undefined) {
        const isJSON = /\bjson\b/i.test(typeOf(message)) || /^\s*[{[]/.test(body.text);
        const isShort = body.text.length <= 65536;
        const asSent = () => [body.text];
        const pretty = () => colored(indented(body.text));
        const pre = el("pre", { class: "wrapped", tabindex: 0 },
          isJSON && isShort ? pretty() : asSent());
        parts.push(pre);
        notes.push(body.cut
          ? `the beginning; ${count(body.size, "octet")} in all` : count(body.size, "octet"));
        if (isJSON && isShort && indented(body.text) !== body.text) {
          let isPretty = true;
          notes.push(el("span", { class: "toggle" }, " · ", el("button", {
            type: "button", class: "link",
            onclick: (event) => {
              isPretty = !isPretty;
              pre.replaceChildren(...(isPretty ? pretty() : asSent()));
              event.currentTarget.textContent = isPretty ? "as it came" : "indented";
            },
          }, "as it came")));
        }
      } else {
        notes.push(`${count(body.size, "octet")}, ${body.note ?? "not kept in this report"}`);
      }
      parts.push(el("p", { class: "note" }, ...notes));
      return el("div", { class: isMarked ? "content marked" : "content" }, parts);
    }

    function fieldLines(fields, hidden, marked = []) {
      if (!fields?.length && !hidden) return null;
      const mark = (name) => marked.includes(name.toLowerCase()) ? "marked" : null;
      return el("dl", { class: "fieldlines" },
        fields.flatMap(([name, value]) =>
          [el("dt", { class: mark(name) }, name), el("dd", { class: mark(name) }, value)]),
        hidden ? [el("dt", {}, "…"), el("dd", { class: "muted" },
          `${count(hidden, "more line")} not kept in this report`)] : []);
    }

    /** A request or a response; `parts` are those of it that are marked. */
    function message(title, message, parts = []) {
      const kinds = parts.map((part) => part.kind);
      const marked = parts.filter((part) => part.kind === "field").map((part) => part.name.toLowerCase())
        .concat(kinds.includes("framing") ? ["content-length", "transfer-encoding"] : []);
      return [
        el("h3", {}, title),
        el("div", { class: "panel " + title.toLowerCase() },
          el("div", { class: "bar" }, el("span", {
            class: kinds.includes("status") ? "line grow marked" : "line grow",
          }, message.line),
            message.interim ? el("span", { class: "muted" }, "after " + message.interim) : null),
          fieldLines(message.fields, message.hidden, marked),
          content(message, kinds.includes("content") || kinds.includes("member")),
          message.trailers
            ? [el("p", { class: "note muted" }, "Trailers"), fieldLines(message.trailers)] : null),
      ];
    }

    const phases = ["name lookup", "connect", "TLS", "wait for first octet", "receive"];

    /** The phases of an exchange one after another, each in its place of the whole. */
    function waterfall(timings, connection) {
      const [total, firstByte] = timings.slice(5);
      const rows = [];
      let start = 0;
      for (const [place, name] of phases.entries()) {
        const ms = timings[place];
        if (!ms) continue;
        // Before a request goes out on a kept connection there is time of no phase.
        if (place === 3) start = Math.max(start, firstByte - ms);
        const bar = el("i", { class: "phase-" + place });
        const left = total ? Math.min(100, start / total * 100) : 0;
        bar.style.left = `${left}%`;
        bar.style.width = `${total ? Math.min(100 - left, ms / total * 100) : 0}%`;
        rows.push(el("tr", {}, el("td", {}, name), el("td", { class: "num" }, time(ms)),
          el("td", {}, el("div", { class: "fall" }, bar))));
        start += ms;
      }
      if (rows.length === 0) return [];
      return [
        el("h3", {}, "Timing", el("span", { class: "muted" },
          [time(total), connection].filter(Boolean).join(", "))),
        el("div", { class: "panel phases" }, el("table", {}, el("tbody", {}, rows))),
      ];
    }
    """#

  /// An opened step.
  static let opening = #"""
    function copyButton(text) {
      return el("button", {
        type: "button", class: "copy",
        onclick: async (event) => {
          const button = event.currentTarget;
          let isDone = true;
          try {
            await navigator.clipboard.writeText(text);
          } catch {
            const field = el("textarea", { readonly: true }, text);
            button.append(field);
            field.select();
            isDone = document.execCommand("copy");
            field.remove();
          }
          button.textContent = isDone ? "Copied" : "Select it to copy";
          setTimeout(() => { button.textContent = "Copy"; }, 1500);
        },
      }, "Copy");
    }

    function finding(finding, outcome) {
      return el("div", { class: "panel finding " + outcome },
        el("div", { class: "at mono" }, finding.at),
        finding.expected === undefined ? el("p", {}, finding.message) : null,
        finding.expected === undefined ? null : el("dl", { class: "sides" },
          el("dt", {}, "expected"), el("dd", { class: "wanted" }, finding.expected),
          el("dt", {}, "found"), el("dd", { class: "came" }, finding.found)),
        finding.more ? el("p", { class: "muted" }, finding.more) : null);
    }

    /** What is otherwise than in the earlier run: what it was, and what it is. */
    function changed(changes) {
      const none = { fields: "not sent", shape: "not there" };
      const side = (change, name) => el("dd", { class: name },
        change[name] ?? el("span", { class: "muted" }, none[change.kind] ?? "none"));
      const words = Object.fromEntries(Object.values(kinds));
      const isJudged = changes.some((change) => change.fails);
      return el("div", { class: "panel" }, el("dl", {
        class: isJudged ? "changes judged" : "changes",
      }, changes.map((change) =>
        el("div", { class: change.fails ? "fails" : null },
          el("dt", {}, change.place ? el("span", { class: "mono" }, change.place) : words[change.kind],
            change.place && change.kind === "fields" ? el("span", { class: "muted" }, " field") : null),
          side(change, "before"), el("span", { class: "to", "aria-label": "became" }, "→"),
          side(change, "after"),
          change.fails ? el("span", { class: "chip f" }, "fails the run") : null))));
    }

    /** Lines of the contract, with what was found written below the place. */
    function source(excerpt, outcome) {
      const panel = el("div", { class: "panel source" },
        el("div", { class: "bar" }, el("span", { class: "mono grow muted" }, excerpt.place)));
      if (excerpt.line === undefined) return panel;
      const number = String(excerpt.number);
      const margin = " ".repeat(number.length);
      const pre = el("pre", {}, el("span", { class: "gutter" }, number + " │ "), excerpt.line);
      let last = null;
      for (const [indent, width, text] of excerpt.marks) {
        if (!text && outcome === "p") continue;
        const carets = (indent === last ? " " : "^").repeat(width);
        pre.append("\n", el("span", { class: "gutter" }, margin + " │ "), indent,
          el("span", { class: "caret " + outcome }, carets), text ? " " + text : "");
        last = indent;
      }
      panel.append(pre);
      return panel;
    }

    /** All that is known of a step. */
    function account(step, level = "h2") {
      const details = detailsOf(step);
      const last = details.exchanges?.at(-1);
      const parts = [
        el("p", { class: "crumbs" }, groupOf(step)),
        el(level, {}, titleOf(step)),
        el("div", { class: "facts" },
          el("span", { class: "outcome " + step.outcome }, icon(step.outcome, false),
            [words[step.outcome], ...Object.keys(marks).filter((mark) => has(step, mark))]
              .join(", ")),
          el("span", {}, step.tries ? time(step.duration) : "not sent"),
          step.tries > 1 ? el("span", {}, `try ${step.tries}`) : null,
          el("span", {}, step.expected ? "expects " + step.expected : "expects nothing"),
          step.tags.map((tag) => el("span", { class: "chip" }, tag))),
        details.said?.map((line) => el("p", { class: "said mono" }, line)),
      ];
      if (details.reason) {
        parts.push(el("h3", {}, step.outcome === "e" ? "Why there is no verdict" : "Why"),
          el("div", { class: "panel finding " + step.outcome },
            el("p", { class: "at" }, details.reason)));
      }
      if (details.findings) {
        parts.push(el("h3", {}, "Expected and found"),
          details.findings.map((found) => finding(found, step.outcome)));
      }
      if (details.changes) {
        parts.push(el("h3", {}, "Changed since the earlier run"), changed(details.changes));
      }
      if (details.remarks) {
        parts.push(el("h3", {}, "Known failures"), el("div", { class: "panel" },
          details.remarks.map((remark) => el("p", { class: "remark" }, remark))));
      }
      if (details.source) {
        parts.push(el("h3", {}, "Contract"),
          details.source.map((excerpt) => source(excerpt, step.outcome)));
      }
      for (const [place, exchange] of (details.exchanges ?? []).entries()) {
        const hop = details.exchanges.length > 1 ? ` ${place + 1}` : "";
        parts.push(message("Request" + hop, exchange.request));
        if (exchange.response) parts.push(message("Response" + hop, exchange.response));
        if (exchange.error) parts.push(el("p", { class: "said e" }, exchange.error));
        parts.push(waterfall(exchange.timings, exchange.connection));
      }
      if (!details.exchanges && step.tries) {
        parts.push(el("p", { class: "said muted" },
          "The exchange is not kept, since the run has so many steps that the report would be too"
          + " large to be opened."));
      }
      if (details.curl || details.notes) {
        parts.push(el("h3", {}, "Reproduce"), el("div", { class: "panel" },
          details.curl ? [
            el("div", { class: "bar" }, el("span", { class: "muted grow" }, "in a POSIX shell"),
              copyButton(details.curl)),
            el("pre", { class: "curl" }, details.curl),
          ] : null,
          (details.notes ?? []).map((note) => el("p", { class: "content note" }, note))));
      }
      return parts.flat(3).filter(Boolean);
    }

    function show(step) {
      const back = el("button", { type: "button", class: "plain back", onclick: close }, "← Steps");
      $("detail").replaceChildren(back, ...account(step));
      $("detail").scrollTop = 0;
    }
    """#
}
