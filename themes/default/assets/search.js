/* Search in the reader's own browser. The texts are classic scripts, one a year, so that it works from a disk as well:
     bulletinSearch.names([[name, address, "leader" or "topic", post], …])         loaded once
     bulletinSearch.add([[address, date, title, names, topics, text], …])          newest year first, only as needed
   A report is found when it has every word exactly as typed; full width and half width, capital and small are the same.
   Years are loaded until a screen of results is full; older ones when the reader asks. */
(function () {
  'use strict';
  const STEP = 20, BEFORE = 24, AFTER = 96, OFFERS = 4;
  const form = document.querySelector('.box');
  const part = name => document.querySelector('[data-part="' + name + '"]');
  const facets = document.querySelector('.facets');
  const address = url => form.getAttribute('data-root') + url;
  const shards = form.getAttribute('data-shards').split(' ').filter(Boolean)
    .map(url => ({ url: url, year: (/(\d{4})\.js$/.exec(url) || ['', ''])[1], state: '' }));
  const rows = [];
  let known = [], words = [], limit = STEP, whole = false, failed = false;

  window.bulletinSearch = {
    add(found) { found.forEach(([url, date, title, names, topics, text]) => rows.push({ url, date, title, names, topics, text, folded: '' })); },
    names(found) { known = found; }
  };

  /* one character stays one character, so that a place in the folded text is a place in the text */
  function fold(text) {
    const plain = text.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
    const small = plain.toLowerCase();
    return small.length === plain.length ? small : plain;
  }
  function folded(row) {
    if (!row.folded) row.folded = fold([row.title, row.names, row.topics, row.text].join('\n'));
    return row.folded;
  }

  function load(url, then) {
    const script = document.createElement('script');
    script.src = address(url);
    script.onload = () => then(true);
    script.onerror = () => then(false);
    document.head.appendChild(script);
  }

  const chosen = () => Array.prototype.map.call(facets.querySelectorAll('input:checked'), box => box.value);
  const wanted = years => shards.filter(shard => !years.length || years.indexOf(shard.year) >= 0);
  const fits = row => words.every(word => folded(row).indexOf(word) >= 0);

  function run() {
    const years = chosen();
    const open = wanted(years).filter(shard => !shard.state);
    const matches = words.length ? rows.filter(fits) : [];
    const found = matches.filter(row => !years.length || years.indexOf(row.date.slice(0, 4)) >= 0)
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    show(matches, found, open);
    if (!words.length || !open.length || (found.length > limit && !whole) || shards.some(shard => shard.state === 'loading')) return;
    const next = open[0];
    next.state = 'loading';
    load(next.url, ok => { next.state = ok ? 'loaded' : 'failed'; failed = failed || !ok; run(); });
  }

  function show(matches, found, open) {
    const asked = words.length > 0;
    const loading = shards.some(shard => shard.state === 'loading') || (asked && open.length && (whole || found.length <= limit));
    part('hint').hidden = asked;
    part('count').hidden = !asked;
    facets.hidden = !asked || shards.length < 2;
    const until = open.length && open[0].year ? open[0].year : '';
    part('count').textContent = (found.length ? '找到' + found.length + '篇，新的在前' : loading ? '正在查找' : '没有找到')
      + (loading ? '……' : until ? '；' + until + '年及更早的还没有查' : '') + (failed ? '（有的年份没能打开）' : '')
      + (!found.length && !loading && !until ? '。试试换一个词，或少写几个字。' : '');
    const more = part('more');
    more.hidden = !asked || found.length <= limit;
    more.textContent = '再显示' + Math.min(STEP, found.length - limit) + '篇';
    part('whole').hidden = !asked || Boolean(loading) || !open.length;
    fill(part('results'), found.slice(0, limit).map(result));
    facets.querySelectorAll('label').forEach(label => {
      const year = label.querySelector('input').value;
      const shard = shards.filter(one => one.year === year)[0];
      label.querySelector('.figures').textContent = shard.state === 'loaded' ? String(matches.filter(row => row.date.slice(0, 4) === year).length) : '';
    });
  }

  function element(tag, kind, children) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    [].concat(children || []).forEach(child => made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child));
    return made;
  }
  function fill(parent, children) {
    parent.textContent = '';
    children.forEach(child => parent.appendChild(child));
  }
  function link(url, children, kind) {
    const made = element('a', kind, children);
    made.href = address(url);
    return made;
  }

  /* the text with every word found in a <mark> */
  function marked(text) {
    const plain = fold(text);
    const spots = [];
    words.forEach(word => {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) spots.push([at, at + word.length]);
    });
    spots.sort((a, b) => a[0] - b[0]);
    const parts = [];
    let done = 0;
    spots.forEach(([from, to]) => {
      if (from < done) return;
      if (from > done) parts.push(text.slice(done, from));
      parts.push(element('mark', '', text.slice(from, to)));
      done = to;
    });
    if (done < text.length) parts.push(text.slice(done));
    return parts;
  }

  /* the words around the first word found, from the start of its clause; the headlines are left out, they stand above */
  function excerpt(row) {
    const body = row.text.slice(row.text.indexOf('\n') + 1).replace(/\n+/g, '');
    const plain = fold(body);
    const places = words.map(word => plain.indexOf(word)).filter(at => at >= 0);
    const at = places.length ? Math.min.apply(null, places) : 0;
    let from = Math.max(0, at - BEFORE);
    const clause = /^[^，。；：！？]*[，。；：！？”]+/.exec(body.slice(from, at));
    if (from && clause) from += clause[0].length;
    const to = Math.min(body.length, from + BEFORE + AFTER);
    return [from ? '……' : ''].concat(marked(body.slice(from, to)), to < body.length ? '……' : '').filter(Boolean);
  }

  function day(date) {
    const [year, month, number] = date.split('-');
    return year + '年' + Number(month) + '月' + Number(number) + '日';
  }

  function result(row) {
    const also = (row.names + ' ' + row.topics).split(' ').filter(name => name && words.indexOf(fold(name)) >= 0);
    const time = element('time', '', day(row.date));
    time.dateTime = row.date;
    return element('li', 'result', [
      element('h2', '', link(row.url, marked(row.title))),
      element('p', '', excerpt(row)),
      element('p', 'meta', [time].concat(also.map(name => element('span', '', name))))
    ]);
  }

  /* a leader or topic of that very name first, then those whose name has the words in it */
  function offers() {
    const joined = words.join('');
    const same = known.filter(([name]) => words.indexOf(fold(name)) >= 0 || fold(name) === joined);
    const near = known.filter(one => same.indexOf(one) < 0 && joined.length > 1 && fold(one[0]).indexOf(joined) >= 0);
    fill(part('offers'), words.length ? same.concat(near).slice(0, OFFERS).map(([name, url, kind, post]) => {
      const portrait = element('span', 'portrait', kind === 'leader' ? name.slice(0, 1) : '专');
      portrait.setAttribute('aria-hidden', 'true');
      return element('div', 'offer', [portrait, element('p', '', [
        link(url, name, 'offer-name'), post, element('span', 'meta', kind === 'leader' ? '职务、活动与论述' : '专题：全部报道与论述')
      ].filter(Boolean))]);
    }) : []);
  }

  function search(query) {
    words = fold(query).split(/\s+/).filter(Boolean);
    limit = STEP;
    whole = false;
    document.title = (words.length ? '搜索：' + query.trim() + ' - ' : '搜索 - ') + document.title.replace(/^.* - /, '');
    offers();
    run();
  }
  const asked = () => new URLSearchParams(location.search).get('q') || '';

  shards.forEach(shard => {
    if (!shard.year) return;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = shard.year;
    facets.querySelector('fieldset').appendChild(element('label', '', [box, shard.year + '年', element('span', 'figures', '')]));
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const query = form.elements.q.value;
    try { history.pushState(null, '', location.pathname + (query.trim() ? '?q=' + encodeURIComponent(query.trim()) : '')); } catch (error) { /* some browsers keep the address of a file */ }
    search(query);
  });
  facets.addEventListener('change', () => { limit = STEP; run(); });
  facets.addEventListener('submit', event => event.preventDefault());
  part('more').addEventListener('click', () => { limit += STEP; run(); });
  part('whole').addEventListener('click', () => { whole = true; run(); });
  window.addEventListener('popstate', () => { form.elements.q.value = asked(); search(asked()); });
  load(form.getAttribute('data-index'), () => offers());
  form.elements.q.value = asked();
  search(asked());
}());
