/* Reads the groups that `bulletin/search/pairs.py` writes: of one first letter the reports of every pair. `order` is that of
   letters.js. Every bit of a group is read, so numbers are taken as many bits at a time as a word of the group still has. */
function pairsBy(RULES, order) {
  const WORD = 13, symbols = RULES.symbols.length, values = new Uint8Array(128);
  Array.from(RULES.symbols).forEach((symbol, value) => { values[symbol.charCodeAt(0)] = value; });

  function bits(packed) {
    /* the low `left` bits of `held` are still to be read, higher ones are 0 */
    let at = 0, held = 0, left = 0;
    function word() {
      held = values[packed.charCodeAt(at)] * symbols + values[packed.charCodeAt(at + 1)];
      at += 2;
      left = WORD;
    }
    function number(width) {
      let value = 0;
      while (width > left) {
        value = value * (1 << left) + held;
        width -= left;
        word();
      }
      left -= width;
      value = value * (1 << width) + (held >> left);
      held &= (1 << left) - 1;
      return value;
    }
    /* how many zeros (or ones) come next; the bit that ends them is read as well */
    function same(ones) {
      for (let length = 0; ; word()) {
        const other = ones ? ~held & ((1 << left) - 1) : held;
        if (!other) { length += left; continue; }
        const place = 31 - Math.clz32(other);
        length += left - 1 - place;
        left = place;
        held &= (1 << left) - 1;
        return length;
      }
    }
    return {
      number,
      gamma() {
        const width = same(false);
        return Math.pow(2, width) + number(width);
      },
      rice(parameter) { return same(true) * (1 << parameter) + number(parameter); }
    };
  }
  const spread = (reports, among) => 31 - Math.clz32(Math.max(1, Math.floor(reports * 7 / (among * 10))));

  function letter(from) {
    const code = from.number(12);
    if (code === RULES.escape) return String.fromCharCode(from.number(16));
    const rare = code - RULES.common - RULES.ascii;
    return order[rare < 0 ? code : RULES.common + RULES.ascii + rare * Math.pow(2, RULES.rare) + from.number(RULES.rare)];
  }

  /* second letter -> numbers of reports; '\0' where a run of letters ends */
  return function unpack(packed, reports) {
    const lists = new Map(), from = bits(packed);
    let last = 0;
    const ones = from.gamma() - 1;
    for (let i = 0, parameter = spread(reports, ones); i < ones; i++) {
      last += from.rice(parameter);
      const second = letter(from);
      lists.set(second, [last]);
    }
    const others = from.gamma() - 1;
    last = 0;
    for (let i = 0, parameter = spread(reports, others); i < others; i++) {
      last += from.rice(parameter);
      const second = letter(from), more = from.gamma(), list = [last], gap = spread(reports, more + 1);
      for (let j = 0, report = last; j < more; j++) list.push(report += from.rice(gap) + 1);
      lists.set(second, list);
    }
    return lists;
  };
}
