extension HTMLPage {
  /// An opened step.
  static let details = #"""
    .back { display: none; }
    .crumbs { color: var(--muted); font-size: .9rem; overflow-wrap: anywhere; }
    .account h2 { font-size: 1.3rem; font-weight: 650; letter-spacing: -.01em; line-height: 1.3;
      margin: .15rem 0 .45rem; overflow-wrap: anywhere; }
    .facts { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center;
      color: var(--muted); }
    .facts .outcome { display: inline-flex; gap: .35rem; align-items: center; font-weight: 600; }
    .facts .chip { padding: 0 .55rem; font-size: .86rem; }
    .account h3 { font-weight: 600; margin: 1.6rem 0 .5rem; display: flex; gap: .6rem;
      align-items: baseline; }
    .account h3 .muted { font-weight: 400; font-size: .9rem; }
    .said { margin-top: .7rem; overflow-wrap: anywhere; }
    .panel { background: var(--surface); border: 1px solid var(--line); border-radius: 8px;
      overflow: hidden; }
    .panel + .panel { margin-top: .6rem; }
    .finding { box-shadow: inset 4px 0 0 currentColor; padding-left: 4px; }
    .finding > * { color: var(--ink); overflow-wrap: anywhere; }
    .finding > .at { padding: .45rem .8rem; font-weight: 600; }
    .finding > p { padding: .1rem .8rem .5rem; }
    .finding > p.at { padding: .55rem .8rem; font-weight: 400; }
    .sides { display: grid; grid-template-columns: auto minmax(0, 1fr); color: var(--ink); }
    .sides dt { padding: .4rem .8rem; color: var(--muted); font-size: .9rem;
      border-top: 1px solid var(--line); }
    .sides dd { padding: .4rem .8rem .4rem 0; overflow-wrap: anywhere; white-space: pre-wrap;
      border-top: 1px solid var(--line); font-family: var(--mono); font-size: .92em; }
    .sides .wanted { color: var(--p); } .sides .came { color: var(--f); }
    .sides .came, .sides .wanted { font-weight: 600; }
    .changes > div { display: grid; align-items: baseline; gap: .1rem .7rem; padding: .4rem .8rem;
      grid-template-columns: minmax(6rem, 3fr) minmax(0, 2fr) auto minmax(0, 2fr); }
    .changes.judged > div { grid-template-columns: minmax(6rem, 3fr) minmax(0, 2fr) auto
      minmax(0, 2fr) 6.5rem; }
    .changes > div + div { border-top: 1px solid var(--line); }
    .changes > .fails { box-shadow: inset 4px 0 0 var(--f); }
    .changes dt, .changes dd { overflow-wrap: anywhere; }
    .changes dd { font-family: var(--mono); font-size: .92em; }
    .changes .after { font-weight: 600; }
    .changes .to { color: var(--muted); }
    .changes .chip { padding: 0 .5rem; font-size: .8rem; white-space: nowrap; justify-self: end; }
    .remark { padding: .45rem .8rem; overflow-wrap: anywhere; }
    .remark + .remark { border-top: 1px solid var(--line); }
    pre { overflow-x: auto; padding: .65rem .8rem; line-height: 1.5; tab-size: 2; }
    .source pre { padding: .55rem .8rem .65rem; }
    .source .gutter { color: var(--muted); user-select: none; }
    .source .caret { font-weight: 700; }
    .panel > .bar { display: flex; gap: .8rem; align-items: center; padding: .35rem .4rem .35rem .8rem;
      border-bottom: 1px solid var(--line); min-height: 2.3rem; }
    .bar .grow { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .bar button { border: 1px solid var(--line); border-radius: 6px; background: var(--surface);
      padding: .15rem .6rem; font-size: .86rem; }
    .bar button:hover { background: var(--raised); }
    .line { font-family: var(--mono); font-size: .92em; font-weight: 600;
      overflow-wrap: anywhere; }
    .fieldlines { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
      gap: .12rem 1rem; padding: .55rem .8rem; font-family: var(--mono); font-size: .86rem; }
    .fieldlines dt { color: var(--muted); overflow-wrap: anywhere; }
    .fieldlines dd { overflow-wrap: anywhere; }
    .content { border-top: 1px solid var(--line); }
    .content pre { max-height: 26rem; overflow: auto; font-size: .86rem; }
    .content .note { padding: .35rem .8rem; color: var(--muted); font-size: .86rem; }
    .content pre + .note { border-top: 1px dashed var(--line); }
    .wrapped { white-space: pre-wrap; overflow-wrap: anywhere; }
    .j-name { color: var(--accent); } .j-text { color: var(--p); }
    .j-number, .j-word { color: var(--e); }
    .phases { padding: .7rem .8rem .6rem; }
    .phases table { border-collapse: collapse; width: 100%; }
    .phases td { padding: .1rem .8rem .1rem 0; font-size: .9rem; }
    .phases td:last-child { width: 55%; padding: 0; }
    .fall { position: relative; height: 10px; background: var(--raised); border-radius: 3px;
      overflow: hidden; }
    .fall i { position: absolute; top: 0; bottom: 0; min-width: 2px; border-radius: 3px; }
    .fall i { background: var(--accent); }
    .phase-0 { opacity: .45; } .phase-1 { opacity: .6; } .phase-2 { opacity: .75; }
    .phase-4 { opacity: .6; }
    .curl { white-space: pre-wrap; overflow-wrap: anywhere; }
    @media (max-width: 760px) {
      .back { display: inline-block; margin: 0 0 .5rem -.5rem; }
      .fieldlines { grid-template-columns: minmax(0, 1fr); gap: 0; }
      .fieldlines dd { margin-bottom: .35rem; }
      .changes > div, .changes.judged > div {
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); }
      .changes dt { grid-column: 1 / -1; color: var(--muted); }
      .changes .chip { grid-column: 1 / -1; justify-self: start; margin-top: .2rem; }
      .account h2 { font-size: 1.15rem; }
    }
    """#

  /// Coverage, latency and the run.
  static let tables = #"""
    .page { padding: 1.25rem 1.5rem 3rem; max-width: 84rem; }
    .page > p { max-width: 46rem; color: var(--muted); margin-bottom: 1rem; }
    .page h2 { font-size: 1.05rem; font-weight: 600; margin: 1.6rem 0 .6rem; }
    .page h2:first-child { margin-top: 0; }
    .scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line);
      border-radius: 8px; }
    .scroll table { border-collapse: collapse; width: 100%; }
    .scroll th { font-weight: 600; text-align: left; color: var(--muted); font-size: .86rem;
      padding: .5rem .7rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
    .scroll th.num { text-align: right; } .scroll th.mid { text-align: center; }
    .scroll td, .scroll tbody th { padding: .38rem .7rem; border-bottom: 1px solid var(--line);
      color: var(--ink); font-size: .93rem; }
    .scroll tbody tr:last-child > * { border-bottom: 0; }
    .scroll tbody th { font-family: var(--mono); font-weight: 500;
      white-space: normal; overflow-wrap: anywhere; min-width: 13rem; }
    .scroll th[scope="rowgroup"] { vertical-align: top; padding-top: .55rem; }
    .cell { text-align: center; }
    .cell button { display: inline-flex; gap: .3rem; align-items: center; min-width: 2.9rem;
      justify-content: center; border: 1px solid currentColor; border-radius: 6px;
      padding: .08rem .45rem; background: color-mix(in srgb, currentColor 9%, transparent);
      font-variant-numeric: tabular-nums; }
    .cell button:hover { background: color-mix(in srgb, currentColor 22%, transparent); }
    .cell button span { color: var(--ink); }
    .cell .hollow { display: inline-block; min-width: 2.9rem; border: 1px dashed var(--s);
      border-radius: 6px; color: var(--muted); padding: .08rem .45rem; }
    .gap td { color: var(--k); }
    .legend { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin: .8rem 0 0;
      color: var(--muted); font-size: .9rem; align-items: center; }
    .legend .cell { display: inline-flex; gap: .4rem; align-items: center; }
    .spread { display: block; width: 100%; min-width: 13rem; height: 30px; }
    .spread rect { fill: var(--accent); opacity: .55; }
    .spread .median { opacity: 1; fill: var(--ink); }
    .spread line { stroke: var(--line); }
    .ticks { position: relative; height: 1.2em; min-width: 13rem; }
    .ticks span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
    .ticks span.first { transform: none; } .ticks span.last { transform: translateX(-100%); }
    .kv { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .35rem 1.5rem; }
    .kv dt { color: var(--muted); } .kv dd { overflow-wrap: anywhere; }
    .slowest td:first-child { width: 6rem; }
    .link { border: 0; background: none; padding: 0; color: var(--accent); text-align: left;
      text-decoration: underline; text-underline-offset: 2px; }
    @media (max-width: 760px) {
      .page { padding: .9rem .9rem 3rem; }
      .page .wide { display: none; }
      .scroll td, .scroll tbody th { padding: .45rem .5rem; }
      .scroll tbody th { min-width: 8rem; }
    }
    """#

  /// On paper: what went wrong whole, the rest as a table.
  static let print = #"""
    #print { display: none; }
    @media print {
      :root { color-scheme: light; --back: #fff; font-size: 10pt; }
      @page { margin: 14mm; }
      body { height: auto; display: block; }
      nav, main, dialog, #theme { display: none !important; }
      .top { padding: 0 0 3mm; } .top h1 { white-space: normal; } .share, .notice, .accounts { margin-left: 0; margin-right: 0; }
      .share i, .fall i, .cell button, .panel, .finding > .at {
        print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      #print { display: block; }
      #print h2 { font-size: 13pt; font-weight: 600; margin: 7mm 0 2mm; break-after: avoid; }
      #print .account h3 { margin: 3mm 0 1mm; break-after: avoid; }
      #print article { margin: 5mm 0 8mm; }
      #print .panel, #print tr { break-inside: avoid; }
      #print pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: none;
        font-size: 8pt; }
      #print table { font-size: 8.5pt; }
      #print .bar button, #print .toggle { display: none; }
      .page { padding: 0; max-width: none; }
    }
    """#
}
