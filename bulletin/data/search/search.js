/* The search's own half in the reader's browser: loads the scripts that bulletin/search makes, and finds reports in them.
   It shows nothing; a theme's search page does, through `window.bulletinSearch`:

     open(root, url)            promise of the head {leaders, topics, blocks}; root leads to the top of the site
     words(text)                promise of the words of a query, folded, as they are compared
     find(block, words, early)  promise of {reports, sure}: numbers of the block's reports, newest first, that may hold all
                                words; sure: they do, no look at their texts is needed. `early`, if given, is called with
                                those that a first look leaves, while the scripts for a second are on their way
     match(block, words)        {reports, sure} at once, where the block's scripts for these words are loaded
     rows(block)                promise of the block's rows by number: {url, day, leaders, topics, column, place}
     texts(block, reports)      promise of their texts {title, heads, body, others}; null where the cache is too old
     holds(text, words)         whether a text holds all words
     enough(blocks, words)      how many of these blocks, from the first, are searched at once before any other; FURTHER: how
                                many at once behind them
     fold(text)                 text as it is compared, of the same length

   Plain scripts only, so that it works from a disk too. Units of UTF-16 are what is counted everywhere. A page loads this
   behind letters.js and pairs.js, all as one script (`bulletin/pages/search.py`). */
(function () {
  'use strict';
  const RULES = {};
  const MOST_PAIRS = 5, ENOUGH = 300, FURTHER = 4, SCREEN = 10, ALONE = 0xffff;
  const { BREAK, order, fold, rare: lacking, add } = lettersBy(RULES), unpack = pairsBy(RULES, order);
  const blocks = new Map(), known = new Map(), loading = new Map(), common = new Map();
  let root = '', head = null;

  /* the table of traditional characters is loaded when a text has Han characters that GB 2312 lacks */
  const ready = text => (lacking(text) ? load(head.traditional) : Promise.resolve());

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
  const script = (block, name) => 'search/' + block.name + '/' + name + '.js' + blocks.get(block.name).fresh;
  const part = (block, name) => load(script(block, name));

  function empty(fresh) {
    return { version: '', mixed: false, fresh, reports: 0, packed: new Map(), unpacked: new Map(), rows: null };
  }

  /* the scripts of a block, all of one version; where the browser's cache holds older ones, all are fetched anew once */
  function parts(block, names) {
    const held = blocks.get(block.name);
    return Promise.all(names.map(name => part(block, name))).then(() => {
      const stands = held === blocks.get(block.name);
      if (stands && !held.mixed) return held;
      if (stands && held.fresh) throw new Error(block.name);
      return renewed(block, held).then(() => parts(block, names));
    });
  }

  /* what is on its way of a block that is mixed comes in before all is fetched anew, by whoever asks for it first */
  function renewed(block, held) {
    const place = 'search/' + block.name + '/';
    const coming = Array.from(loading).filter(([url]) => url.indexOf(place) === 0).map(([, loaded]) => loaded.catch(() => {}));
    return Promise.all(coming).then(() => {
      if (blocks.get(block.name) === held) blocks.set(block.name, empty('?' + Date.now().toString(36)));
    });
  }

  function told(block, version) {
    const held = blocks.get(block);
    held.mixed = held.mixed || (held.version !== '' && held.version !== version);
    held.version = version;
    return held;
  }

  /* ---- finding ---- */

  function group(block, first) {
    const held = blocks.get(block.name);
    if (!held.unpacked.has(first)) {
      const packed = held.packed.get(first);
      held.unpacked.set(first, packed === undefined ? new Map() : unpack(packed, held.reports));
    }
    return held.unpacked.get(first);
  }

  const ascending = (a, b) => a - b;

  function both(one, other) {
    const found = [];
    for (let i = 0, j = 0; i < one.length && j < other.length;) {
      if (one[i] === other[j]) { found.push(one[i]); i++; j++; } else if (one[i] < other[j]) i++; else j++;
    }
    return found;
  }

  const unique = some => Array.from(new Set(some));

  /* the pairs of the words, in their order; a letter that stands alone is itself one. Of a run with more than `most` every second,
     which still holds each of its letters */
  function pairsOf(words, most) {
    const found = [];
    words.forEach(word => fold(word).split(BREAK).forEach(run => {
      const all = run.length - 1;
      if (!all) found.push(run);
      for (let i = 0; i < all; i++) if (all <= most || i % 2 === 0 || i === all - 1) found.push(run.slice(i, i + 2));
    }));
    return unique(found);
  }

  /* how common a pair is in the blocks whose rows are here: 0 for most pairs, such as those across the end of a word */
  const commonness = pair => (pair.length > 1 ? common.get(pair) || 0 : ALONE);

  /* the two least common pairs of the words; of those that are alike the outermost */
  function rarest(words) {
    const all = pairsOf(words, Infinity).sort((a, b) => commonness(a) - commonness(b));
    const alike = all.filter(pair => commonness(pair) === commonness(all[0]));
    return alike.length > 1 ? [alike[0], alike[alike.length - 1]] : all.slice(0, 2);
  }
  const rare = pairs => common.size > 0 && pairs.every(pair => commonness(pair) === 0);

  function list(block, pair) {
    const lists = group(block, pair[0]);
    if (pair.length > 1) return lists.get(pair[1]) || [];
    const all = new Set();
    lists.forEach(some => some.forEach(report => all.add(report)));
    return Array.from(all).sort(ascending);
  }

  /* the reports that have these pairs, as far as the scripts loaded so far tell */
  function having(block, pairs) {
    const lists = pairs.map(pair => list(block, pair)).sort((a, b) => a.length - b.length);
    return lists.length ? lists.reduce(both) : Array.from({ length: block.reports }, (_, i) => i);
  }
  const filesOf = (block, pairs) => new Set(pairs.map(pair => pair.charCodeAt(0) % block.files));
  /* rows that are on their way tell whether the pairs are of their version */
  const loadPairs = (block, pairs) => parts(block, Array.from(filesOf(block, pairs), file => 'i' + file).concat(loading.has(script(block, 'rows')) ? ['rows'] : []));
  const sure = words => words.every(word => word.length < 3 && !BREAK.test(word));
  const match = (block, words) => ({ reports: having(block, pairsOf(words, MOST_PAIRS)), sure: sure(words) });

  /* Two pairs of a long query tell nearly as much as all, rare ones quite. Where they leave fewer reports than scripts of pairs
     are still to load, or rare ones no more than a screen, the texts of these say more. */
  function find(block, words, early) {
    const most = pairsOf(words, MOST_PAIRS), few = rarest(words), all = unique(most.concat(few));
    if (most.length < 3) return loadPairs(block, most).then(() => match(block, words));
    return loadPairs(block, few).then(() => {
      const reports = having(block, few), scripts = filesOf(block, all).size - filesOf(block, few).size;
      if (reports.length <= (rare(few) ? SCREEN : scripts)) return { reports, sure: false };
      const found = loadPairs(block, all).then(() => ({ reports: having(block, all), sure: sure(words) }));
      if (early && scripts) early(reports);
      return found;
    });
  }

  /* So many of the newest blocks that a name is likely to stand in them: the newest may have but a few days. Words that are long
     and rare are likely to stand in any block: the next ones are not kept waiting. */
  function enough(blocks, words) {
    let reports = 0, count = 0;
    while (count < blocks.length && reports < ENOUGH) reports += blocks[count++].reports;
    return words && pairsOf(words, Infinity).length > 2 && rare(rarest(words)) ? count + FURTHER : count;
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

  /* what `_rows` of blocks.py tells; a file that is not named is one more than the one before */
  function rowsOf(year, data) {
    const leaders = columns(data.who, data.leaders), topics = columns(data.about, data.topics), files = data.files.split(',');
    const column = columns(data.in, data.columns), place = data.at ? columns(data.at, data.places) : column;
    const rows = [];
    data.days.forEach(([date, ...counts]) => {
      const day = [year, date.slice(0, 2), date.slice(2)].join('-'), folder = day.replace(/-/g, '/');
      let number = 0;
      counts.forEach((count, script) => {
        for (; count; count--) {
          const i = rows.length, file = files[i] || String(number + 1);
          number = /^\d+$/.test(file) ? Number(file) : number;
          rows.push({
            url: address(folder, file), day, leaders: leaders[i], topics: topics[i],
            column: column[i][0] || '', place: place[i][0] || '', script: 't' + date + '-' + script
          });
        }
      });
    });
    return rows;
  }

  const rows = block => parts(block, ['rows']).then(held => held.rows);

  function texts(block, reports) {
    /* asked for at once where it can be, so that nothing asked for later comes first */
    const { rows: there } = blocks.get(block.name);
    if (there) reports.forEach(report => part(block, there[report].script).catch(() => {}));
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
        head.blocks.slice(0, enough(head.blocks)).forEach(block => rows(block).catch(() => {}));
        fold('');
        return head;
      });
    },
    words, find, match, rows, texts, holds, fold, enough, FURTHER,
    /* what the scripts call */
    tellHead(value) {
      head = value;
      head.blocks = head.blocks.map(([name, reports, files, newest, oldest]) => ({ name, reports, files, newest, oldest }));
      head.blocks.forEach(block => { if (!blocks.has(block.name)) blocks.set(block.name, empty('')); });
    },
    tellTraditional(from, to) {
      add(from, to);
      known.forEach(text => { text.folded = ''; });
    },
    tellRows(block, version, data) {
      told(block, version).rows = rowsOf(block.slice(0, 4), data);
      for (let i = 0; i < data.common.length; i += 2) {
        const pair = data.common.slice(i, i + 2);
        common.set(pair, Math.max(commonness(pair), data.common.length - i));
      }
    },
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
