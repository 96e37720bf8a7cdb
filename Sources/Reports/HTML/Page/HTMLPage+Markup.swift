extension HTMLPage {
  /// A shape of its own for each outcome, so that none is told by its colour alone.
  static let symbols = #"""
    <svg width="0" height="0" hidden>
    <symbol id="i-p" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="currentColor"/>
    <path d="M4.8 8.3l2.2 2.2 4.2-4.7" class="glyph"/></symbol>
    <symbol id="i-f" viewBox="0 0 16 16"><rect x="1" y="1" width="14" height="14" rx="2.5"
    fill="currentColor"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" class="glyph"/></symbol>
    <symbol id="i-e" viewBox="0 0 16 16"><path d="M8 .9a1.2 1.2 0 0 1 1 .6l6.2 11.4a1.2 1.2 0 0 1-1
    1.8H1.800a1.2 1.2 0 0 1-1-1.8L7 1.5a1.2 1.2 0 0 1 1-.6z" fill="currentColor"/>
    <path d="M8 5.4v4M8 11.8v.3" class="glyph"/></symbol>
    <symbol id="i-s" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" class="ring dashed"/>
    <path d="M5.2 8h5.6" class="ring"/></symbol>
    <symbol id="i-o" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" class="ring"/>
    <circle cx="8" cy="8" r="2.4" fill="currentColor"/></symbol>
    <symbol id="i-k" viewBox="0 0 16 16"><path d="M8 .8L15.2 8 8 15.2 .8 8z"
    fill="currentColor"/><path d="M4.9 8.6q1.5-1.7 3.1-.6t3.1-.6" class="glyph"/></symbol>
    </svg>
    """#

  /// Everything between the verdict and the data; the script fills it.
  static let main = #"""
    </p>
    <button id="theme" type="button" class="plain" aria-label="Colours" title="Colours">◐</button>
    </header>
    <noscript><p class="noscript">The steps are in this file, and are shown by the script that is in
    it too: it has to be allowed to run. It asks for nothing from anywhere.</p></noscript>
    <nav role="tablist" aria-label="Views">
    <button role="tab" id="tab-steps" aria-controls="steps" aria-selected="true">Steps</button>
    <button role="tab" id="tab-coverage" aria-controls="coverage" aria-selected="false"
    tabindex="-1">Coverage</button>
    <button role="tab" id="tab-latency" aria-controls="latency" aria-selected="false"
    tabindex="-1">Latency</button>
    <button role="tab" id="tab-run" aria-controls="about" aria-selected="false"
    tabindex="-1">Run</button>
    <button role="tab" id="tab-rules" aria-controls="rules" aria-selected="false"
    tabindex="-1">Conformance</button>
    <button id="help" type="button" class="plain" aria-haspopup="dialog">Keys <kbd>?</kbd></button>
    </nav>
    <main>
    <section id="steps" role="tabpanel" aria-labelledby="tab-steps">
    <div class="side">
    <div class="filters" role="search">
    <div id="outcomes" role="group" aria-label="Outcomes"></div>
    <div class="fields">
    <input id="text" type="search" placeholder="Filter steps" title="Name, endpoint, status, message"
    aria-label="Name, endpoint, status or message" autocomplete="off" spellcheck="false">
    <select id="endpoint" aria-label="Endpoint"></select>
    <select id="tag" aria-label="Tag"></select>
    </div>
    <p id="count" role="status"></p>
    </div>
    <div id="list" role="listbox" tabindex="0" aria-label="Steps"><div id="rows"></div></div>
    </div>
    <article id="detail" class="account" tabindex="-1" aria-label="Step"></article>
    </section>
    <section id="coverage" role="tabpanel" aria-labelledby="tab-coverage" hidden></section>
    <section id="latency" role="tabpanel" aria-labelledby="tab-latency" hidden></section>
    <section id="about" role="tabpanel" aria-labelledby="tab-run" hidden></section>
    <section id="rules" role="tabpanel" aria-labelledby="tab-rules" hidden></section>
    </main>
    <div id="print"></div>
    <dialog id="keys" aria-labelledby="keys-title"></dialog>

    """#
}
