extension HTMLPage {
  /// Colours, sizes and what holds everywhere.
  ///
  /// The colours of outcomes keep apart for who sees no red or no green.
  static let tokens = #"""
    :root {
      color-scheme: light dark;
      --back: light-dark(#f6f6f4, #131416);
      --surface: light-dark(#fff, #1a1b1e);
      --raised: light-dark(#f1f1ee, #232529);
      --ink: light-dark(#1b1c1e, #e8e9eb);
      --muted: light-dark(#5d6168, #a0a5ad);
      --line: light-dark(#e2e2de, #303237);
      --accent: light-dark(#2f4fc4, #93aaff);
      --picked: light-dark(#e9edfb, #262d45);
      --p: light-dark(#0a7558, #45c79d);
      --f: light-dark(#bf360c, #ff8f66);
      --e: light-dark(#84279f, #d6a0f2);
      --s: light-dark(#5f646c, #9298a1);
      --o: light-dark(#0b66b0, #6db7ff);
      --k: light-dark(#7d5f00, #e2bc48);
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
        monospace;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans",
        sans-serif;
      font: 14px/1.45 var(--sans);
    }
    :root[data-theme="light"] { color-scheme: light; }
    :root[data-theme="dark"] { color-scheme: dark; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    body {
      margin: 0; height: 100dvh; display: flex; flex-direction: column;
      background: var(--back); color: var(--ink);
    }
    h1, h2, h3, p, dl, dd, pre, figure { margin: 0; font: inherit; }
    button, input, select { font: inherit; color: inherit; }
    button { cursor: pointer; }
    code, pre, kbd, .mono { font-family: var(--mono); font-size: .92em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    .p { color: var(--p); } .f { color: var(--f); } .e { color: var(--e); }
    .s { color: var(--s); } .o { color: var(--o); } .k { color: var(--k); }
    .icon { width: 1em; height: 1em; flex: none; vertical-align: -.13em; }
    .glyph { fill: none; stroke: var(--surface); stroke-width: 1.8; stroke-linecap: round;
      stroke-linejoin: round; }
    .ring { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
    .dashed { stroke-dasharray: 2.4 2.1; }
    .muted { color: var(--muted); }
    .num { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
    .plain { background: none; border: 0; padding: .3rem .5rem; border-radius: 6px;
      color: var(--muted); }
    .plain:hover { color: var(--ink); background: var(--raised); }
    kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px;
      padding: 0 .35em; background: var(--surface); color: var(--ink); }
    """#

  /// The verdict, the views, and how they share the window.
  static let layout = #"""
    .top {
      display: flex; align-items: center; gap: 1rem; padding: .8rem 1.25rem .5rem;
    }
    .top .name { order: 2; flex: 1; min-width: 0; }
    .top h1 { font-size: 1.05rem; font-weight: 600; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .top .plain { order: 3; font-size: 1.2rem; line-height: 1; }
    #facts { color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
    #verdict { order: 1; display: flex; align-items: center; gap: .6rem;
      padding-right: 1.1rem; border-right: 1px solid var(--line); }
    #verdict strong { font-size: 1.65rem; font-weight: 700; letter-spacing: -.02em; line-height: 1.1;
      display: block; }
    #verdict .icon { font-size: 2.1rem; }
    #verdict span { color: var(--muted); font-size: .86rem; }
    .share { display: flex; gap: 2px; height: 4px; margin: 0 1.25rem; }
    .share i { border-radius: 2px; background: currentColor; min-width: 4px; }
    .notice { margin: .6rem 1.25rem 0; padding: .5rem .75rem; border-radius: 6px;
      border-left: 4px solid var(--k); background: var(--surface); overflow-wrap: anywhere; }
    .notice.bad { border-color: var(--e); }
    .accounts { display: flex; flex-wrap: wrap; gap: .4rem .8rem; margin: .6rem 1.25rem 0; }
    .account-of { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; border-color: var(--accent);
      margin: 0; flex: auto; }
    .account-of span:first-child { font-weight: 600; }
    .noscript { padding: 1rem 1.25rem; }
    nav { display: flex; gap: .25rem; padding: .35rem 1rem 0; border-bottom: 1px solid var(--line);
      overflow-x: auto; flex: none; }
    nav [role="tab"] { background: none; border: 0; padding: .45rem .75rem .55rem;
      color: var(--muted); border-bottom: 2px solid transparent; margin-bottom: -1px; }
    nav [role="tab"]:hover { color: var(--ink); }
    nav [aria-selected="true"] { color: var(--ink); font-weight: 600;
      border-color: var(--accent); }
    nav #help { margin-left: auto; font-size: .86rem; }
    main { flex: 1; min-height: 0; }
    main > section { height: 100%; overflow: auto; }
    #steps { display: grid; grid-template-columns: minmax(20rem, 5fr) 7fr; overflow: hidden; }
    .side { display: flex; flex-direction: column; min-height: 0; min-width: 0;
      border-right: 1px solid var(--line); background: var(--surface); }
    #detail { overflow: auto; padding: 1.25rem 1.5rem 3rem; min-width: 0; }
    #detail:focus { outline: none; }
    dialog { border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
      color: var(--ink); padding: 1.25rem 1.5rem; max-width: 26rem; }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    dialog h2 { font-weight: 600; margin-bottom: .75rem; }
    dialog form { margin: 1rem 0 0 -.5rem; }
    dialog dl { display: grid; grid-template-columns: auto 1fr; gap: .4rem 1rem; }
    @media (max-width: 760px) {
      .top { flex-wrap: wrap; padding: .7rem .9rem .4rem; gap: .5rem .8rem; }
      .top .name { order: 3; flex-basis: 100%; }
      .top .plain { order: 2; margin-left: auto; }
      #verdict { border: 0; padding: 0; flex: 1; min-width: 0; }
      #verdict strong { font-size: 1.35rem; }
      .share { margin: 0 .9rem; }
      .notice, .accounts { margin: .5rem .9rem 0; }
      .account-of { margin: 0; padding: .3rem .6rem; gap: 0 .8rem; font-size: .9rem; }
      nav { padding: .2rem .4rem 0; }
      nav #help { display: none; }
      #steps { grid-template-columns: minmax(0, 1fr); }
      .side { border: 0; }
      #detail { display: none; position: fixed; inset: 0; background: var(--back);
        padding: .75rem .9rem 3rem; z-index: 1; }
      .opened #detail { display: block; }
    }
    """#

  /// Filters and the list.
  static let list = #"""
    .filters { padding: .7rem 1rem .45rem; border-bottom: 1px solid var(--line); }
    #outcomes { display: flex; flex-wrap: wrap; gap: .35rem; }
    #outcomes button, .chip {
      display: inline-flex; align-items: center; gap: .35rem; border: 1px solid var(--line);
      border-radius: 99px; padding: .12rem .6rem .12rem .45rem; background: var(--surface);
      font-size: .9rem;
    }
    #outcomes button span { color: var(--ink); }
    #outcomes button:hover { border-color: currentColor; }
    #outcomes [aria-pressed="true"] { border-color: currentColor; box-shadow: inset 0 0 0 1px;
      font-weight: 600; }
    #outcomes .mark { padding-left: .6rem; border-style: dashed; color: var(--accent); }
    #outcomes .mark[aria-pressed="true"] { border-style: solid; }
    .fields { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: .4rem; margin-top: .55rem; }
    .fields > * { min-width: 0; border: 1px solid var(--line); border-radius: 6px;
      padding: .32rem .55rem; background: var(--surface); }
    .fields.few { grid-template-columns: 2fr 1fr; }
    #count { margin-top: .4rem; color: var(--muted); font-size: .86rem; display: flex;
      gap: .5rem; align-items: center; flex-wrap: wrap; min-height: 1.5em; }
    #count button { border: 0; background: none; padding: 0; color: var(--accent);
      text-decoration: underline; text-underline-offset: 2px; }
    #list { flex: 1; overflow: auto; position: relative; overscroll-behavior: contain; }
    #list:focus-visible { outline-offset: -2px; }
    #rows { position: relative; }
    .row, .group { position: absolute; left: 0; right: 0; padding: 0 1rem; overflow: hidden; }
    .group { display: flex; align-items: flex-end; padding-bottom: .25rem; color: var(--muted);
      font-size: .86rem; font-weight: 600; white-space: nowrap; }
    .group span { overflow: hidden; text-overflow: ellipsis; }
    .row { display: grid; grid-template-columns: 1.35rem minmax(0, 1fr) auto auto; column-gap: .5rem;
      align-content: center; align-items: baseline; cursor: default; }
    .row > .icon { align-self: center; }
    .row:hover { background: var(--raised); }
    .row[aria-selected="true"] { background: var(--picked);
      box-shadow: inset 3px 0 0 var(--accent); }
    .row .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .row .status { font-family: var(--mono); font-size: .86rem; color: var(--muted); }
    .row .time { min-width: 4.2em; color: var(--muted); font-size: .86rem; }
    .row .message { grid-column: 2 / -1; font-size: .86rem; color: var(--muted);
      overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .method { font-family: var(--mono); font-size: .86em; font-weight: 600; }
    mark { background: light-dark(#ffe89a, #5c4a00); color: inherit; border-radius: 2px; }
    .empty { padding: 2rem 1rem; color: var(--muted); text-align: center; }
    @media (max-width: 760px) {
      .fields { grid-template-columns: 1fr 1fr; }
      .fields.few { grid-template-columns: 1fr 1fr; }
      .fields input { grid-column: 1 / -1; }
      .fields > * { padding: .5rem .6rem; font-size: 16px; }
      #outcomes button { padding: .3rem .7rem .3rem .55rem; }
    }
    """#
}
