/// The named character references of HTML 5 (section 13.5) for what stands in secrets: the signs of
/// ASCII, and the letters of Latin-1, which some languages' libraries write so wherever they can.
enum NamedReferences {
  /// Each name with its `&` and `;`, and the character.
  static let all: [(name: StaticString, character: Unicode.Scalar)] = signs + letters

  private static let signs: [(name: StaticString, character: Unicode.Scalar)] = [
    ("&amp;", "&"), ("&AMP;", "&"), ("&lt;", "<"), ("&LT;", "<"), ("&gt;", ">"), ("&GT;", ">"),
    ("&quot;", "\""), ("&QUOT;", "\""), ("&apos;", "'"), ("&Tab;", "\t"), ("&NewLine;", "\n"),
    ("&excl;", "!"), ("&num;", "#"), ("&dollar;", "$"), ("&percnt;", "%"), ("&lpar;", "("),
    ("&rpar;", ")"), ("&ast;", "*"), ("&plus;", "+"), ("&comma;", ","), ("&period;", "."),
    ("&sol;", "/"), ("&colon;", ":"), ("&semi;", ";"), ("&equals;", "="), ("&quest;", "?"),
    ("&commat;", "@"), ("&lsqb;", "["), ("&lbrack;", "["), ("&bsol;", "\\"), ("&rsqb;", "]"),
    ("&rbrack;", "]"), ("&Hat;", "^"), ("&lowbar;", "_"), ("&grave;", "`"), ("&lcub;", "{"),
    ("&lbrace;", "{"), ("&verbar;", "|"), ("&vert;", "|"), ("&rcub;", "}"), ("&rbrace;", "}"),
  ]

  private static let letters: [(name: StaticString, character: Unicode.Scalar)] = [
    ("&nbsp;", "\u{A0}"), ("&iexcl;", "\u{A1}"), ("&cent;", "\u{A2}"), ("&pound;", "\u{A3}"),
    ("&curren;", "\u{A4}"), ("&yen;", "\u{A5}"), ("&brvbar;", "\u{A6}"), ("&sect;", "\u{A7}"),
    ("&uml;", "\u{A8}"), ("&copy;", "\u{A9}"), ("&ordf;", "\u{AA}"), ("&laquo;", "\u{AB}"),
    ("&not;", "\u{AC}"), ("&shy;", "\u{AD}"), ("&reg;", "\u{AE}"), ("&macr;", "\u{AF}"),
    ("&deg;", "\u{B0}"), ("&plusmn;", "\u{B1}"), ("&sup2;", "\u{B2}"), ("&sup3;", "\u{B3}"),
    ("&acute;", "\u{B4}"), ("&micro;", "\u{B5}"), ("&para;", "\u{B6}"), ("&middot;", "\u{B7}"),
    ("&cedil;", "\u{B8}"), ("&sup1;", "\u{B9}"), ("&ordm;", "\u{BA}"), ("&raquo;", "\u{BB}"),
    ("&frac14;", "\u{BC}"), ("&frac12;", "\u{BD}"), ("&frac34;", "\u{BE}"),
    ("&iquest;", "\u{BF}"), ("&Agrave;", "\u{C0}"), ("&Aacute;", "\u{C1}"),
    ("&Acirc;", "\u{C2}"), ("&Atilde;", "\u{C3}"), ("&Auml;", "\u{C4}"), ("&Aring;", "\u{C5}"),
    ("&AElig;", "\u{C6}"), ("&Ccedil;", "\u{C7}"), ("&Egrave;", "\u{C8}"),
    ("&Eacute;", "\u{C9}"), ("&Ecirc;", "\u{CA}"), ("&Euml;", "\u{CB}"), ("&Igrave;", "\u{CC}"),
    ("&Iacute;", "\u{CD}"), ("&Icirc;", "\u{CE}"), ("&Iuml;", "\u{CF}"), ("&ETH;", "\u{D0}"),
    ("&Ntilde;", "\u{D1}"), ("&Ograve;", "\u{D2}"), ("&Oacute;", "\u{D3}"),
    ("&Ocirc;", "\u{D4}"), ("&Otilde;", "\u{D5}"), ("&Ouml;", "\u{D6}"), ("&times;", "\u{D7}"),
    ("&Oslash;", "\u{D8}"), ("&Ugrave;", "\u{D9}"), ("&Uacute;", "\u{DA}"),
    ("&Ucirc;", "\u{DB}"), ("&Uuml;", "\u{DC}"), ("&Yacute;", "\u{DD}"), ("&THORN;", "\u{DE}"),
    ("&szlig;", "\u{DF}"), ("&agrave;", "\u{E0}"), ("&aacute;", "\u{E1}"),
    ("&acirc;", "\u{E2}"), ("&atilde;", "\u{E3}"), ("&auml;", "\u{E4}"), ("&aring;", "\u{E5}"),
    ("&aelig;", "\u{E6}"), ("&ccedil;", "\u{E7}"), ("&egrave;", "\u{E8}"),
    ("&eacute;", "\u{E9}"), ("&ecirc;", "\u{EA}"), ("&euml;", "\u{EB}"), ("&igrave;", "\u{EC}"),
    ("&iacute;", "\u{ED}"), ("&icirc;", "\u{EE}"), ("&iuml;", "\u{EF}"), ("&eth;", "\u{F0}"),
    ("&ntilde;", "\u{F1}"), ("&ograve;", "\u{F2}"), ("&oacute;", "\u{F3}"),
    ("&ocirc;", "\u{F4}"), ("&otilde;", "\u{F5}"), ("&ouml;", "\u{F6}"), ("&divide;", "\u{F7}"),
    ("&oslash;", "\u{F8}"), ("&ugrave;", "\u{F9}"), ("&uacute;", "\u{FA}"),
    ("&ucirc;", "\u{FB}"), ("&uuml;", "\u{FC}"), ("&yacute;", "\u{FD}"), ("&thorn;", "\u{FE}"),
    ("&yuml;", "\u{FF}"),
  ]
}
