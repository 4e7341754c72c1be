/* The search page. `bulletinSearch` (search/search.js) finds; this script asks it block by block, newest first, looks at the
   texts of what it shows, and shows headline, excerpt and facets. A report is found when it has every word exactly as typed;
   width, case, traditional and simplified are the same. The address holds query and facets: ?q=…&year=2024&leader=… */
(function () {
  'use strict';
  const STEP = 10, BEFORE = 24, LONG = 120, OFFERS = 4, FEW = 10, AT_ONCE = 4, UNASKED = 8, AHEAD = 150;
  const search = window.bulletinSearch;
  const form = document.querySelector('.box'), facets = document.querySelector('.facets'), box = form.elements.q;
  const part = name => document.querySelector('[data-part="' + name + '"]');
  const address = url => form.getAttribute('data-root') + url;
  const FACETS = {
    year: row => [row.day.slice(0, 4)], leader: row => row.leaders, topic: row => row.topics, column: row => (row.column ? [row.column] : [])
  };
  const names = { year: new Map(), leader: new Map(), topic: new Map(), column: new Map() };
  const open = {};
  let head = null, asked = null;

  /* ---- one search: what is known of it so far ---- */

  function begin(query, chosen) {
    asked = { query, chosen, words: [], pool: [], next: 0, blocks: [], limit: STEP, focused: 0, turn: 0, whole: false, done: false, failed: false };
    const own = asked;
    part('results').setAttribute('aria-busy', 'true');
    search.words(query).then(words => {
      own.words = words;
      own.blocks = head.blocks.filter(inYears);
      offers();
      own.done = !words.length;
      return own.done ? show(own, []) : run(own);
    }).catch(() => { own.failed = own.done = true; show(own, []); });
  }

  const inYears = block => !asked.chosen.year.length || asked.chosen.year.some(year => block.name.slice(0, 4) === year);
  const fits = (row, but) => Object.keys(FACETS).every(name => name === but || !asked.chosen[name].length
    || FACETS[name](row).some(value => asked.chosen[name].indexOf(value) >= 0));

  /* a further block: its reports join the pool */
  function look(own, block) {
    return search.find(block, own.words).then(({ reports, sure }) => {
      if (!reports.length) return [];
      return search.rows(block).then(rows => reports.map(report => ({ block, report, row: rows[report], text: null, holds: sure || null })));
    }).catch(() => { own.failed = true; return []; });
  }

  const fitting = own => own.pool.filter(one => one.holds !== false && fits(one.row));

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
        if (own === asked) further(own);
      })));
    }
  }

  /* the first ones, as far as all of them have been looked at */
  function read(own) {
    const wanted = fitting(own).slice(0, own.limit), unread = wanted.findIndex(one => !one.text);
    return unread < 0 ? wanted : wanted.slice(0, unread);
  }

  function further(own) {
    const wanted = read(own), standing = part('results').children.length;
    if (!standing && wanted.length) show(own, wanted);
    else if (wanted.length > standing) results(wanted);
  }

  /* Blocks newest first. Texts of a full screen are waited for, and then it may be enough; with fewer, the next blocks are
     looked at while their texts are on their way, behind the first of them. */
  async function run(own) {
    const turn = ++own.turn, current = () => own === asked && own.turn === turn;
    let filling = fill(own);
    try {
      while (own.next < own.blocks.length) {
        if (fitting(own).length >= own.limit) {
          const shown = (await fill(own)).length;
          if (!own.whole && shown >= own.limit && own.next >= UNASKED) break;
        }
        const newest = fitting(own)[0];
        if (newest && newest.holds) await search.texts(newest.block, [newest.report]);
        if (!current()) return;
        const count = own.next ? AT_ONCE : search.enough(own.blocks);
        const looked = own.blocks.slice(own.next, own.next + count).map(block => look(own, block));
        if (!own.next) show(own, []);
        for (const one of looked) {
          const found = await one;
          if (!current()) return;
          own.pool = own.pool.concat(found);
          own.next++;
          filling = Promise.all([filling, fill(own)]);
          filling.catch(() => {});
        }
        if (part('results').children.length) show(own, read(own));
      }
      await filling;
    } catch (error) {
      own.failed = true;
    }
    if (!current()) return;
    own.done = true;
    show(own, await fill(own).catch(() => read(own)));
  }

  function again() {
    asked.done = false;
    show(asked, read(asked));
    run(asked);
  }

  /* ---- showing ---- */

  function show(own, wanted) {
    const words = own.words.length > 0, left = own.blocks.slice(own.next);
    const found = fitting(own);
    part('results').setAttribute('aria-busy', String(!own.done));
    part('hint').hidden = words;
    part('count').hidden = !words;
    part('count').textContent = words ? told(own, found, left) : '';
    facets.hidden = !words || !own.pool.length;
    if (words) facetLists(own);
    results(wanted);
    const more = part('more');
    more.hidden = found.length <= wanted.length || !words;
    more.textContent = '再显示' + Math.min(STEP, found.length - wanted.length) + '篇';
    part('rest').hidden = !words || !own.done || !left.length;
  }

  function told(own, found, left) {
    const about = found.some(one => one.holds === null) ? '约' : '';
    const until = left.length ? left[0].newest.slice(0, 7).replace('-', '年').replace(/年0?/, '年') + '月' : '';
    if (!own.done) return (found.length ? '已找到' + about + found.length + '篇，' : '') + '正在查找……';
    const trouble = own.failed ? '。有的内容没能打开，请刷新页面再试' : '';
    if (!found.length) return '没有找到' + (own.pool.length ? '，可以去掉几项筛选' : '。试试换一个词，或少写几个字') + trouble + '。';
    return '找到' + about + found.length + '篇，新的在前' + (until ? '；' + until + '及更早的还没有查' : '') + trouble;
  }

  function element(tag, kind, children) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    [].concat(children || []).forEach(child => made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child));
    return made;
  }
  function link(url, children, kind) {
    const made = element('a', kind, children);
    made.href = address(url);
    return made;
  }

  /* what already stands there stays, so that the focus stays as well; asked for more, a reader is led to the first of them */
  function results(wanted) {
    const list = part('results');
    const keys = wanted.map(one => one.row.url);
    while (list.children.length > keys.length || Array.from(list.children).some((item, i) => item.getAttribute('data-url') !== keys[i])) list.lastChild.remove();
    wanted.slice(list.children.length).forEach(one => list.appendChild(result(one)));
    const next = asked.focused && list.children[asked.focused];
    if (next) {
      next.querySelector('a').focus();
      asked.focused = 0;
    }
  }

  /* the text with every word found in a <mark> */
  function marked(text) {
    const plain = search.fold(text), spots = [], parts = [];
    asked.words.forEach(word => {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) spots.push([at, at + word.length]);
    });
    let done = 0;
    spots.sort((a, b) => a[0] - b[0] || b[1] - a[1]).forEach(([from, to]) => {
      if (to <= done) return;
      if (from > done) parts.push(text.slice(done, from));
      parts.push(element('mark', '', text.slice(Math.max(from, done), to)));
      done = to;
    });
    if (done < text.length) parts.push(text.slice(done));
    return parts;
  }

  /* the words around the first place of the first word that stands there, from the beginning of its clause */
  function excerpt(body) {
    const plain = search.fold(body);
    const places = asked.words.map(word => plain.indexOf(word)).filter(at => at >= 0);
    const at = places.length ? Math.min.apply(null, places) : 0;
    const start = body.lastIndexOf('\n', at) + 1, end = body.indexOf('\n', at);
    let from = Math.max(start, at - BEFORE);
    const clause = from > start && /^[^，。；：！？]*[，。；：！？”]+/.exec(body.slice(from, at));
    if (clause) from += clause[0].length;
    const to = Math.min(end < 0 ? body.length : end, from + LONG);
    const rest = end < 0 || to < end ? [] : [body.slice(end + 1, Math.max(end + 1, from + LONG))];
    const text = [body.slice(from, to)].concat(rest).join('');
    return [from ? '……' : ''].concat(marked(text), from + text.length < body.length - 1 ? '……' : '').filter(Boolean);
  }

  function day(date) {
    const [year, month, number] = date.split('-');
    return year + '年' + Number(month) + '月' + Number(number) + '日';
  }

  function result(one) {
    const { row, text } = one;
    const has = line => { const plain = search.fold(line); return asked.words.some(word => plain.indexOf(word) >= 0); };
    const heads = text.heads.split('\n').filter(line => line && has(line));
    const others = text.others.split('\n').filter(line => line && has(line));
    const time = element('time', '', day(row.day));
    time.dateTime = row.day;
    const made = element('li', 'result', [
      element('h2', '', link(row.url, marked(text.title))),
      ...heads.map(line => element('p', '', marked(line))),
      element('p', '', excerpt(text.body)),
      element('p', 'meta', [time, ...(row.place ? [element('span', '', row.place)] : []), ...others.map(line => element('span', '', marked(line)))])
    ]);
    made.setAttribute('data-url', row.url);
    return made;
  }

  /* a leader or topic of that very name first, then those whose name has the words in it */
  function offers() {
    const joined = asked.words.join('');
    const known = head.leaders.map(([name, url, posts, , aliases]) => ({ name, url, posts, mark: name.slice(0, 1), more: '职务、活动与论述', all: [name].concat(aliases) }))
      .concat(head.topics.map(([name, url]) => ({ name, url, posts: '', mark: '专', more: '专题：全部报道与论述', all: [name] })));
    const called = test => known.filter(one => one.all.some(name => test(search.fold(name))));
    const same = called(name => asked.words.indexOf(name) >= 0 || name === joined);
    const near = joined.length > 1 ? called(name => name.indexOf(joined) >= 0).filter(one => same.indexOf(one) < 0) : [];
    part('offers').textContent = '';
    same.concat(near).slice(0, OFFERS).forEach(one => {
      const portrait = element('span', 'portrait', one.mark);
      portrait.setAttribute('aria-hidden', 'true');
      part('offers').appendChild(element('div', 'offer', [portrait, element('p', '', [link(one.url, one.name, 'offer-name'), one.posts, element('span', 'meta', one.more)].filter(Boolean))]));
    });
  }

  /* ---- facets ---- */

  /* names in their own order (years newest first, leaders in protocol order), never by number of reports */
  function facetLists(own) {
    Object.keys(FACETS).forEach(name => {
      const counts = new Map(), chosen = own.chosen[name];
      own.pool.forEach(one => {
        if (one.holds !== false && fits(one.row, name)) FACETS[name](one.row).forEach(value => counts.set(value, (counts.get(value) || 0) + 1));
      });
      if (name === 'column') Array.from(counts.keys()).sort().forEach(value => names.column.set(value, value));
      const values = Array.from(names[name].keys()).filter(value => counts.has(value) || chosen.indexOf(value) >= 0 || name === 'year');
      const field = facets.querySelector('[data-facet="' + name + '"]'), more = field.querySelector('button');
      field.hidden = values.length < 2 && !chosen.length;
      const few = open[name] ? values : values.filter((value, i) => i < FEW || chosen.indexOf(value) >= 0);
      more.hidden = few.length === values.length;
      const place = field.querySelector('div'), focused = place.contains(document.activeElement) ? document.activeElement.value : null;
      place.textContent = '';
      few.forEach(value => {
        const input = document.createElement('input');
        input.type = 'checkbox';
        input.name = name;
        input.value = value;
        input.checked = chosen.indexOf(value) >= 0;
        const figures = counts.has(value) ? String(counts.get(value)) : own.done && own.next >= own.blocks.length ? '0' : '';
        place.appendChild(element('label', '', [input, names[name].get(value), element('span', 'figures', figures)]));
        if (value === focused) input.focus();
      });
    });
  }

  function chosenNow() {
    const chosen = {};
    Object.keys(FACETS).forEach(name => {
      chosen[name] = Array.from(facets.querySelectorAll('input[name="' + name + '"]:checked')).map(input => input.value);
    });
    return chosen;
  }

  /* ---- the address ---- */

  function fromAddress() {
    const given = new URLSearchParams(location.search || location.hash.slice(1)), chosen = {};
    Object.keys(FACETS).forEach(name => { chosen[name] = given.getAll(name); });
    box.value = given.get('q') || '';
    begin(box.value, chosen);
  }

  function toAddress(query, chosen) {
    const wanted = new URLSearchParams();
    if (query) wanted.set('q', query);
    Object.keys(FACETS).forEach(name => query && chosen[name].forEach(value => wanted.append(name, value)));
    const text = wanted.toString();
    try { history.pushState(null, '', location.pathname + (text ? '?' + text : '')); } catch (error) { /* some browsers keep the address of a file */ }
    document.title = (query ? '搜索：' + query + ' - ' : '搜索 - ') + document.title.replace(/^.* - /, '');
  }

  /* the address is changed behind the first requests: it takes longer than any of them */
  function ask(query, chosen) {
    begin(query, chosen);
    setTimeout(() => toAddress(query, chosen));
  }

  /* ---- hands ---- */

  /* beside the results the facets stand open, above them (narrow window, large print) they would hide them */
  const wide = window.matchMedia('(min-width: 64rem)');
  const unfold = () => { facets.querySelector('details').open = wide.matches && document.documentElement.getAttribute('data-mode') !== 'elder'; };
  wide.addEventListener('change', unfold);
  unfold();

  form.addEventListener('submit', event => {
    event.preventDefault();
    const none = {};
    Object.keys(FACETS).forEach(name => { none[name] = []; });
    ask(box.value.trim(), none);
  });
  /* what stands in the box is looked up in the newest blocks while the hand goes to the key that asks */
  let pause = 0;
  box.addEventListener('input', event => {
    clearTimeout(pause);
    if (!event.isComposing) pause = setTimeout(ahead, AHEAD);
  });
  box.addEventListener('compositionend', () => { pause = setTimeout(ahead, AHEAD); });
  function ahead() {
    if (!head || box.value.trim().length < 2) return;
    const newest = head.blocks.slice(0, search.enough(head.blocks));
    search.words(box.value).then(words => Promise.all(newest.map(block => search.find(block, words)))).catch(() => {});
  }

  facets.addEventListener('change', () => {
    const years = asked.chosen.year, query = asked.query, chosen = chosenNow();
    toAddress(query, chosen);
    if (years.join() !== chosen.year.join()) { begin(query, chosen); return; }
    asked.chosen = chosen;
    asked.limit = STEP;
    again();
  });
  facets.addEventListener('submit', event => event.preventDefault());
  facets.addEventListener('click', event => {
    const field = event.target.closest('[data-facet]');
    if (event.target.tagName !== 'BUTTON' || !field) return;
    open[field.getAttribute('data-facet')] = true;
    facetLists(asked);
    field.querySelector('input').focus();
  });
  part('more').addEventListener('click', () => {
    asked.limit += STEP;
    asked.focused = part('results').children.length;
    const own = asked;
    part('results').setAttribute('aria-busy', 'true');
    fill(own).then(wanted => { if (own === asked) show(own, wanted); }).catch(again);
  });
  part('rest').addEventListener('click', () => { asked.whole = true; again(); });
  /* arrows walk from the box through offers and results and back; Escape leads back to the box */
  document.querySelector('.search-columns').addEventListener('keydown', event => {
    const stops = [box].concat(Array.from(document.querySelectorAll('.offer-name, .result h2 a')));
    const at = stops.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === 'Escape' && at > 0) box.focus();
    else if (step && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  });
  window.addEventListener('popstate', fromAddress);

  search.open(form.getAttribute('data-root'), form.getAttribute('data-head')).then(value => {
    head = value;
    head.blocks.forEach(block => names.year.set(block.name.slice(0, 4), block.name.slice(0, 4) + '年'));
    head.leaders.forEach(([name, , , key]) => names.leader.set(key, name));
    head.topics.forEach(([name, , id]) => names.topic.set(id, name));
    fromAddress();
  }).catch(() => {
    part('count').hidden = false;
    part('count').textContent = '搜索没能打开，请刷新页面再试。';
  });
}());
