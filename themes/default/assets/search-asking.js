/* One search of the search page: asks `bulletinSearch` block by block, newest first, and looks at the texts of what will be
   shown. A report is found when it has every word exactly as typed; width, case, traditional and simplified are the same.

   `page` gives fits(row, chosen), whether the facets let a report through, and show(own, wanted), which shows the first ones that are
   known to hold the words. `own` is what is known of a search so far; the one that was begun last is `asking.now`. */
function searchAsking(search, page) {
  'use strict';
  const STEP = 10, UNASKED = 8, PATIENCE = 150;
  const asking = { now: null, head: null, STEP, begin, again, more, fitting };

  function begin(query, chosen) {
    const own = asking.now = {
      query, chosen, words: [], pool: [], next: 0, blocks: [], looks: [], limit: STEP, focused: 0, turn: 0,
      typed: false, early: false, whole: false, done: false, failed: false, shown: false, filling: null
    };
    const shown = search.words(query).then(words => {
      own.words = words;
      own.blocks = asking.head.blocks.filter(block => inYears(own, block));
      own.done = !words.length;
      if (own.done) return page.show(own, []);
      /* to draw a page takes as long as to load a script: nothing is drawn before there is a result, or nothing for a while */
      setTimeout(() => { if (own === asking.now && !own.shown) page.show(own, read(own)); }, PATIENCE);
      return run(own);
    });
    return shown.catch(() => { own.failed = own.done = true; page.show(own, []); });
  }

  const inYears = (own, block) => !own.chosen.year.length || own.chosen.year.some(year => block.name.slice(0, 4) === year);

  /* The next blocks: {first, found} of each is pushed to `looks`; first is how many reports a first look leaves, where a second
     one follows, found the reports. As long as none is sure, a block's rows come beside its pairs, and the text of the newest report
     that may hold the words before anything else: what a reader waits for comes in as few turns as can be. */
  function look(own) {
    const from = own.looks.length, count = from ? search.FURTHER : search.enough(own.blocks, own.words);
    own.blocks.slice(from, from + count).forEach(block => {
      const waiting = () => !own.pool.some(one => one.holds);
      let found = null;
      if (waiting()) search.rows(block).catch(() => {});
      const first = new Promise(told => {
        const newest = reports => {
          if (own.early || !reports.length || !waiting()) return;
          own.early = true;
          search.texts(block, reports.slice(0, 1)).catch(() => {});
        };
        const early = reports => { newest(reports); told(reports.length); };
        found = search.find(block, own.words, early).then(({ reports, sure }) => {
          newest(reports);
          told(own.limit);
          if (!reports.length) return [];
          return search.rows(block).then(rows => reports.map(report => ({ block, report, row: rows[report], text: null, holds: sure || null })));
        }).catch(() => { told(own.limit); own.failed = true; return []; });
      });
      own.looks.push({ first, found });
    });
    return own.looks.slice(own.next);
  }

  function fitting(own) {
    return own.pool.filter(one => one.holds !== false && page.fits(one.row, own.chosen));
  }

  /* texts of the first ones that fit, until a screen of them is known to hold the words; each is shown as soon as those above
     it stand there */
  async function fill(own) {
    for (;;) {
      const wanted = fitting(own).slice(0, own.limit), unread = wanted.filter(one => !one.text);
      if (!unread.length) return wanted;
      await Promise.all(unread.map(one => search.texts(one.block, [one.report]).then(([text]) => {
        one.text = text;
        one.holds = Boolean(text) && search.holds(text, own.words);
        own.failed = own.failed || !text;
        if (own === asking.now) further(own);
      })));
    }
  }

  /* the first ones, as far as all of them have been looked at */
  function read(own) {
    const wanted = fitting(own).slice(0, own.limit), unread = wanted.findIndex(one => !one.text);
    return unread < 0 ? wanted : wanted.slice(0, unread);
  }

  function further(own) {
    const wanted = read(own);
    if (wanted.length) page.show(own, wanted);
  }

  /* Blocks newest first. Texts of a full screen are waited for, and then it may be enough; with fewer, the next blocks are
     looked at while their texts are on their way, behind the first of them. */
  async function run(own) {
    const turn = ++own.turn, current = () => own === asking.now && own.turn === turn;
    let filling = fill(own);
    try {
      while (own.next < own.blocks.length) {
        if (fitting(own).length >= own.limit) {
          const shown = (await fill(own)).length;
          if (!own.whole && shown >= own.limit && own.next >= UNASKED) break;
        }
        const newest = fitting(own)[0];
        if (newest) await search.texts(newest.block, [newest.report]);
        if (!current()) return;
        const looks = own.looks.length > own.next ? own.looks.slice(own.next) : look(own);
        few(own, looks, current);
        for (const one of looks) {
          const found = await one.found;
          if (!current()) return;
          own.pool = own.pool.concat(found);
          own.next++;
          filling = Promise.all([filling, fill(own)]);
          filling.catch(() => {});
        }
        if (own.shown) page.show(own, read(own));
      }
      await filling;
    } catch (error) {
      own.failed = true;
    }
    if (!current()) return;
    own.done = true;
    page.show(own, await fill(own).catch(() => read(own)));
  }

  /* where a first look tells that these blocks cannot fill a screen, the next ones need not wait for the second */
  function few(own, looks, current) {
    const started = own.looks.length;
    Promise.all(looks.map(one => one.first)).then(counts => {
      const most = counts.reduce((sum, count) => sum + count, fitting(own).length);
      if (current() && most < own.limit && own.looks.length === started) look(own);
    });
  }

  /* on from where it stands, with other facets or older blocks */
  function again() {
    const own = asking.now;
    own.done = false;
    page.show(own, read(own));
    run(own);
  }

  function more(focused) {
    const own = asking.now;
    own.limit += STEP;
    own.focused = focused;
    const filling = own.filling = fill(own);
    const filled = () => { if (own.filling === filling) own.filling = null; };
    filling.then(wanted => { filled(); if (own === asking.now) page.show(own, wanted); }).catch(() => { filled(); again(); });
  }

  return asking;
}
