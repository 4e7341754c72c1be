/* The search page: box, count, buttons and keys around one search (search-asking.js), its results and its facets. The address holds
   query and facets: ?q=…&year=2024&leader=… `bulletinSearch` (search/search.js) finds. */
(function () {
  'use strict';
  const AHEAD = 150;
  const search = window.bulletinSearch;
  const form = document.querySelector('.box'), aside = document.querySelector('.facets'), box = form.elements.q;
  const part = name => document.querySelector('[data-part="' + name + '"]');
  const root = form.getAttribute('data-root');
  const facets = searchFacets(aside);
  const results = searchResults(search, part('results'), part('offers'), url => root + url);
  const asking = searchAsking(search, { fits: facets.fits, show });

  /* ---- showing ---- */

  function show(own, wanted) {
    const words = own.words.length > 0, left = own.blocks.slice(own.next), found = asking.fitting(own), first = !own.shown;
    own.shown = true;
    part('results').setAttribute('aria-busy', String(!own.done || Boolean(own.filling)));
    part('hint').hidden = words;
    part('count').hidden = !words;
    part('count').textContent = words ? told(own, found, left) : '';
    aside.hidden = !words || !own.pool.length;
    if (words) facets.show(own);
    if (first) results.offer(asking.head, own.words);
    results.show(own, wanted);
    /* to change the address takes longer than to load a script: it waits for the first result */
    if (first && own.typed) setTimeout(() => { if (own === asking.now) toAddress(own.query, own.chosen); });
    const more = part('more');
    more.hidden = found.length <= wanted.length || !words;
    more.textContent = '再显示' + Math.min(asking.STEP, found.length - wanted.length) + '篇';
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

  /* ---- asking, and the address ---- */

  function begin(query, chosen) {
    part('results').setAttribute('aria-busy', 'true');
    return asking.begin(query, chosen);
  }

  function fromAddress() {
    const given = new URLSearchParams(location.search || location.hash.slice(1));
    box.value = given.get('q') || '';
    begin(box.value, facets.given(given));
  }

  function toAddress(query, chosen) {
    const wanted = new URLSearchParams();
    if (query) wanted.set('q', query);
    facets.kinds.forEach(kind => query && chosen[kind].forEach(value => wanted.append(kind, value)));
    const text = wanted.toString();
    try { history.pushState(null, '', location.pathname + (text ? '?' + text : '')); } catch (error) { /* some browsers keep the address of a file */ }
    document.title = (query ? '搜索：' + query + ' - ' : '搜索 - ') + document.title.replace(/^.* - /, '');
  }

  /* ---- hands ---- */

  /* beside the results the facets stand open, above them (narrow window, large print) they would hide them */
  const wide = window.matchMedia('(min-width: 64rem)');
  const unfold = () => { aside.querySelector('details').open = wide.matches && document.documentElement.getAttribute('data-mode') !== 'elder'; };
  wide.addEventListener('change', unfold);
  unfold();

  form.addEventListener('submit', event => {
    event.preventDefault();
    begin(box.value.trim(), facets.none());
    asking.now.typed = true;
  });
  /* what stands in the box is looked up in the newest blocks while the hand goes to the key that asks */
  let pause = 0;
  const rest = () => { clearTimeout(pause); pause = setTimeout(ahead, AHEAD); };
  box.addEventListener('input', event => { if (!event.isComposing) rest(); });
  box.addEventListener('compositionend', rest);
  function ahead() {
    if (!asking.head || box.value.trim().length < 2) return;
    const blocks = asking.head.blocks, newest = blocks.slice(0, search.enough(blocks));
    search.words(box.value).then(words => Promise.all(newest.map(block => search.find(block, words)))).catch(() => {});
  }

  aside.addEventListener('change', () => {
    const own = asking.now, chosen = facets.chosen();
    toAddress(own.query, chosen);
    if (own.chosen.year.join() !== chosen.year.join()) { begin(own.query, chosen); return; }
    own.chosen = chosen;
    own.limit = asking.STEP;
    asking.again();
  });
  aside.addEventListener('submit', event => event.preventDefault());
  aside.addEventListener('click', event => {
    const field = event.target.closest('[data-facet]');
    if (event.target.tagName === 'BUTTON' && field) facets.all(field.getAttribute('data-facet'), asking.now);
  });
  part('more').addEventListener('click', () => {
    part('results').setAttribute('aria-busy', 'true');
    asking.more(part('results').children.length);
  });
  part('rest').addEventListener('click', () => { asking.now.whole = true; asking.again(); });
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

  search.open(root, form.getAttribute('data-head')).then(head => {
    asking.head = head;
    facets.know(head);
    fromAddress();
    /* while the hand writes, nothing is on its way: rows that the next blocks will ask for */
    if (!box.value) {
      const { blocks } = head, newest = search.enough(blocks), rows = some => Promise.all(some.map(search.rows));
      rows(blocks.slice(0, newest)).then(() => rows(blocks.slice(newest, newest + search.FURTHER))).catch(() => {});
    }
  }).catch(() => {
    part('count').hidden = false;
    part('count').textContent = '搜索没能打开，请刷新页面再试。';
  });
}());
