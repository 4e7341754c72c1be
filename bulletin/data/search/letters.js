/* What counts as the same letter, and the order in which letters are numbered: what `bulletin/search/letters.py` says, with the
   tables made out of the browser's own knowledge. RULES is `rules` of `bulletin/search/pairs.py`. */
function lettersBy(RULES) {
  const BREAK = new RegExp('[' + RULES.breaks + ']+');
  const same = new Map();
  for (let code = 0xff01; code < 0xff5f; code++) same.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0).toLowerCase());
  same.set('\u3000', ' ');
  RULES.cased.forEach(([first, last]) => {
    for (let code = first; code <= last; code++) {
      const capital = String.fromCharCode(code), small = capital.toLowerCase();
      if (small !== capital && small.length === 1) same.set(capital, small);
    }
  });
  Object.keys(RULES.same).forEach(mark => same.set(mark, RULES.same[mark]));

  let changed = null;
  function fold(text) {
    changed = changed || new RegExp('[' + Array.from(same.keys()).join('') + ']', 'g');
    return text.replace(changed, one => same.get(one));
  }

  /* GB 2312 in its order; ASCII behind the common characters */
  const bytes = [];
  for (let high = 0xb0; high < 0xf8; high++) {
    for (let low = 0xa1; low < 0xff; low++) if (high !== 0xd7 || low < 0xfa) bytes.push(high, low);
  }
  const han = new TextDecoder('gbk').decode(new Uint8Array(bytes));
  let ascii = '';
  for (let code = 0; code < RULES.ascii; code++) ascii += String.fromCharCode(code);
  const order = han.slice(0, RULES.common) + ascii + han.slice(RULES.common);
  const simple = new Set(order);
  Array.from(RULES.changed).forEach(traditional => simple.delete(traditional));

  return {
    BREAK, order, fold,
    /* whether a text has Han characters that GB 2312 lacks, so that the table of traditional ones is needed */
    rare(text) { return (text.match(/[\u3400-\u9fff]/g) || []).some(one => !simple.has(one)); },
    add(from, to) {
      for (let i = 0; i < from.length; i++) same.set(from[i], to[i]);
      changed = null;
    }
  };
}
