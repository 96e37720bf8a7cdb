extension HTMLPage {
  /// Rules of HTTP and REST, and the exchanges that show what probes found.
  static let styleOfRules = #"""
    .verdicts { display: flex; flex-wrap: wrap; gap: .35rem; margin-bottom: 1rem; }
    .verdicts [aria-pressed="true"] { border-color: currentColor;
      box-shadow: inset 0 0 0 1px; font-weight: 600; }
    .target { max-width: none; padding-top: 0; padding-bottom: 1.5rem; }
    .rule { border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
      margin-top: .5rem; padding: .4rem .8rem; box-shadow: inset 4px 0 0 currentColor; }
    .rule > * { color: var(--ink); }
    .rule > p, .rule > div { margin-top: .5rem; }
    .rule summary { overflow-wrap: anywhere; cursor: pointer; }
    .rule summary .chip { margin-right: .5rem; padding: 0 .5rem; font-size: .8rem; }
    .rule .why { color: var(--muted); }
    .rule[open] .why { color: var(--ink); }
    .sections a { margin-right: 1rem; color: var(--accent); }
    .remedy { font-weight: 600; }
    .exhibits { display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
    .exhibit { min-width: 0; }
    .exhibit h3 { font-size: .86rem; color: var(--muted); margin: .6rem 0 .25rem; }
    .exhibit h4 { margin: 0 0 .3rem; font-weight: 600; }
    .exhibit > p.marked { white-space: pre-wrap; padding: .3rem .6rem; border-radius: 6px; }
    .exhibit > .panel { margin-top: .5rem; }
    .marked { background: light-dark(#ffe89a, #5c4a00); color: inherit; overflow-wrap: anywhere; }
    .content.marked pre { box-shadow: inset 3px 0 0 var(--k); }
    .content.marked { background: none; }
    """#
}
