/* The search's own half in the reader's browser: loads the scripts that bulletin/search makes, and finds reports in them.
   It shows nothing; a theme's search page does, through `window.bulletinSearch`:

     open(root, url)            promise of the head {leaders, topics, blocks}; root leads to the top of the site
     words(text)                promise of the words of a query, folded, as they are compared
     find(block, words)         promise of {reports, sure}: numbers of the block's reports, newest first, that may hold all
                                words; sure: they do, no look at their texts is needed
     match(block, words)        {reports, sure} at once, where the block's scripts for these words are loaded
     rows(block)                promise of the block's rows by number: {url, day, leaders, topics, column, place}
     texts(block, reports)      promise of their texts {title, heads, body, others}; null where the cache is too old
     holds(text, words)         whether a text holds all words
     fold(text)                 text as it is compared, of the same length

   Plain scripts only, so that it works from a disk too. Units of UTF-16 are what is counted everywhere. */
(function () {
  'use strict';
  const RULES = {};
  const WORD = 13, MOST_PAIRS = 8;
  const BREAK = new RegExp('[' + RULES.breaks + ']+');
  const values = new Uint8Array(128);
  Array.from(RULES.symbols).forEach((symbol, value) => { values[symbol.charCodeAt(0)] = value; });
  const blocks = new Map(), known = new Map(), loading = new Map();
  let root = '', head = null, order = null, places = null;

  /* ---- letters: what `letters.py` says ---- */

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

  /* GB 2312 in its order, out of the browser's own knowledge; ASCII behind the common characters */
  function letters() {
    if (order) return;
    const bytes = [];
    for (let high = 0xb0; high < 0xf8; high++) {
      for (let low = 0xa1; low < 0xff; low++) if (high !== 0xd7 || low < 0xfa) bytes.push(high, low);
    }
    const han = new TextDecoder('gbk').decode(new Uint8Array(bytes));
    let ascii = '';
    for (let code = 0; code < RULES.ascii; code++) ascii += String.fromCharCode(code);
    order = han.slice(0, RULES.common) + ascii + han.slice(RULES.common);
    places = new Set(order);
    Array.from(RULES.changed).forEach(traditional => places.delete(traditional));
  }

  /* the table of traditional characters is loaded when a text has Han characters that GB 2312 lacks */
  function ready(text) {
    letters();
    const rare = /[\u3400-\u9fff]/g;
    let found;
    while ((found = rare.exec(text))) {
      if (!places.has(found[0])) return load(head.traditional);
    }
    return Promise.resolve();
  }

  /* ---- loading ---- */

  function load(url) {
    if (!loading.has(url)) {
      loading.set(url, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = root + url;
        script.onload = () => { script.remove(); resolve(); };
        script.onerror = () => { script.remove(); loading.delete(url); reject(new Error(url)); };
        document.head.appendChild(script);
      }));
    }
    return loading.get(url);
  }
  const part = (block, name) => load('search/' + block.name + '/' + name + '.js' + blocks.get(block.name).fresh);

  function empty(fresh) {
    return { version: '', mixed: false, fresh, reports: 0, packed: new Map(), unpacked: new Map(), rows: null };
  }

  /* the scripts of a block, all of one version; where the browser's cache holds older ones, all are fetched anew once */
  function parts(block, names) {
    return Promise.all(names.map(name => part(block, name))).then(() => {
      const held = blocks.get(block.name);
      if (!held.mixed) return held;
      if (held.fresh) throw new Error(block.name);
      blocks.set(block.name, empty('?' + Date.now().toString(36)));
      return parts(block, names);
    });
  }

  function told(block, version) {
    const held = blocks.get(block);
    held.mixed = held.mixed || (held.version !== '' && held.version !== version);
    held.version = version;
    return held;
  }

  /* ---- groups: what `pairs.py` writes ---- */

  function bits(packed) {
    let at = 0, held = 0, left = 0;
    function bit() {
      if (!left) {
        held = values[packed.charCodeAt(at)] * RULES.symbols.length + values[packed.charCodeAt(at + 1)];
        at += 2;
        left = WORD;
      }
      left--;
      return (held >> left) & 1;
    }
    function number(width) {
      let value = 0;
      while (width--) value = value * 2 + bit();
      return value;
    }
    return {
      number,
      gamma() {
        let width = 0;
        while (!bit()) width++;
        return Math.pow(2, width) + number(width);
      },
      rice(parameter) {
        let high = 0;
        while (bit()) high++;
        return high * Math.pow(2, parameter) + number(parameter);
      }
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
  function unpack(packed, reports) {
    const lists = new Map(), from = bits(packed);
    let last = 0;
    const ones = from.gamma() - 1;
    for (let i = 0; i < ones; i++) {
      last += from.rice(spread(reports, ones));
      const second = letter(from);
      lists.set(second, [last]);
    }
    const others = from.gamma() - 1;
    last = 0;
    for (let i = 0; i < others; i++) {
      last += from.rice(spread(reports, others));
      const second = letter(from), more = from.gamma(), list = [last], parameter = spread(reports, more + 1);
      for (let j = 0, report = last; j < more; j++) list.push(report += from.rice(parameter) + 1);
      lists.set(second, list);
    }
    return lists;
  }

  function group(block, first) {
    const held = blocks.get(block.name);
    if (!held.unpacked.has(first)) {
      const packed = held.packed.get(first);
      held.unpacked.set(first, packed === undefined ? new Map() : unpack(packed, held.reports));
    }
    return held.unpacked.get(first);
  }

  /* ---- finding ---- */

  const ascending = (a, b) => a - b;

  function both(one, other) {
    const found = [];
    for (let i = 0, j = 0; i < one.length && j < other.length;) {
      if (one[i] === other[j]) { found.push(one[i]); i++; j++; } else if (one[i] < other[j]) i++; else j++;
    }
    return found;
  }

  /* the pairs to look for: all of a short run; of a long one every second, which still holds each of its letters */
  function pairs(word) {
    const found = new Set();
    fold(word).split(BREAK).forEach(run => {
      const all = run.length - 1;
      if (run.length === 1) found.add(run);
      for (let i = 0; i < all; i++) if (all <= MOST_PAIRS || i % 2 === 0 || i === all - 1) found.add(run.slice(i, i + 2));
    });
    return Array.from(found);
  }

  function list(block, pair) {
    const lists = group(block, pair[0]);
    if (pair.length > 1) return lists.get(pair[1]) || [];
    const all = new Set();
    lists.forEach(some => some.forEach(report => all.add(report)));
    return Array.from(all).sort(ascending);
  }

  const pairsOf = words => Array.from(new Set([].concat.apply([], words.map(pairs))));

  /* the reports that have these pairs, as far as the scripts loaded so far tell */
  function having(block, pairs) {
    const lists = pairs.map(pair => list(block, pair)).sort((a, b) => a.length - b.length);
    return lists.length ? lists.reduce(both) : Array.from({ length: block.reports }, (_, i) => i);
  }
  function loadPairs(block, pairs) {
    const files = new Set(pairs.map(pair => pair.charCodeAt(0) % block.files));
    return parts(block, Array.from(files, file => 'i' + file));
  }
  const sure = words => words.every(word => word.length < 3 && !BREAK.test(word));
  const match = (block, words) => ({ reports: having(block, pairsOf(words)), sure: sure(words) });

  /* first and last pair, and the others only where more than one report has these: a text is as small as a script of pairs */
  function find(block, words) {
    const all = pairsOf(words), few = [all[0], all[all.length - 1]];
    if (all.length < 3) return loadPairs(block, all).then(() => match(block, words));
    return loadPairs(block, few).then(() => {
      const reports = having(block, few);
      return reports.length < 2 ? { reports, sure: false } : loadPairs(block, all).then(() => match(block, words));
    });
  }

  function words(text) {
    return ready(text).then(() => Array.from(new Set(fold(text).split(/\s+/).filter(Boolean))));
  }

  const whole = text => [text.title, text.heads, text.body, text.others].join('\n');
  function holds(text, words) {
    text.folded = text.folded || fold(whole(text));
    return words.every(word => text.folded.indexOf(word) >= 0);
  }

  /* ---- rows and texts ---- */

  const columns = (text, names) => text.split(',').map(row => (row ? row.split(' ').map(one => names[parseInt(one, 36)]) : []));
  const address = (folder, file) => (file.indexOf('/') < 0 ? folder + '/' + file + '.html' : file);

  function rowsOf(data) {
    const leaders = columns(data.who, data.leaders), topics = columns(data.about, data.topics);
    const column = columns(data.in, data.columns), place = columns(data.at, data.places), files = data.files.split(',');
    const rows = [];
    data.days.forEach(([day, ...counts]) => counts.forEach((count, script) => {
      for (; count; count--) {
        const i = rows.length;
        rows.push({
          url: address(day.replace(/-/g, '/'), files[i]), day, leaders: leaders[i], topics: topics[i],
          column: column[i][0] || '', place: place[i][0] || '', script: 't' + day.slice(5).replace('-', '') + '-' + script
        });
      }
    }));
    return rows;
  }

  const rows = block => parts(block, ['rows']).then(held => held.rows);

  function texts(block, reports) {
    return rows(block).then(rows => {
      const scripts = new Set(reports.map(report => rows[report].script));
      return Promise.all(Array.from(scripts).map(name => part(block, name))).then(() => {
        const found = reports.map(report => known.get(rows[report].url) || null);
        const fresh = found.filter(text => text && !text.checked);
        fresh.forEach(text => { text.checked = true; });
        return ready(fresh.map(whole).join('')).then(() => found);
      });
    });
  }

  window.bulletinSearch = {
    open(to, url) {
      root = to;
      return load(url).then(() => {
        letters();
        if (head.blocks.length) rows(head.blocks[0]).catch(() => {});
        return head;
      });
    },
    words, find, match, rows, texts, holds, fold,
    /* what the scripts call */
    tellHead(value) {
      head = value;
      head.blocks = head.blocks.map(([name, reports, files, newest, oldest]) => ({ name, reports, files, newest, oldest }));
      head.blocks.forEach(block => { if (!blocks.has(block.name)) blocks.set(block.name, empty('')); });
    },
    tellTraditional(from, to) {
      for (let i = 0; i < from.length; i++) same.set(from[i], to[i]);
      changed = null;
      known.forEach(text => { text.folded = ''; });
    },
    tellRows(block, version, data) { told(block, version).rows = rowsOf(data); },
    tellPairs(block, version, reports, groups) {
      const held = told(block, version), each = /([^\x00-\x7f])([\x00-\x7f]+)/g;
      held.reports = reports;
      let found;
      while ((found = each.exec(groups))) {
        const code = found[1].charCodeAt(0);
        held.packed.set(code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : found[1], found[2]);
      }
    },
    tellTexts(folder, some) {
      some.forEach(([file, title, heads, body, others]) => known.set(address(folder, file), { title, heads, body, others, folded: '', checked: false }));
    }
  };
}());
