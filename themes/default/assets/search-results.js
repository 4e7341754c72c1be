/* What a search found, as elements: headline, excerpt with every word marked, day and place; and the pages of a leader or topic of
   that name. `list` and `offers` are where they go, `address` gives the way to a page of the site. */
function searchResults(search, list, offers, address) {
  'use strict';
  const BEFORE = 24, LONG = 120, OFFERS = 4;
  let of = null;

  function element(tag, kind, children) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...[].concat(children || []));
    return made;
  }

  function link(url, children, kind) {
    const made = element('a', kind, children);
    made.href = address(url);
    return made;
  }

  /* the text with every word found in a <mark> */
  function marked(text, words) {
    const plain = search.fold(text), spots = [], parts = [];
    words.forEach(word => {
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
  function excerpt(body, words) {
    const plain = search.fold(body);
    const places = words.map(word => plain.indexOf(word)).filter(at => at >= 0);
    const at = places.length ? Math.min.apply(null, places) : 0;
    const start = body.lastIndexOf('\n', at) + 1, end = body.indexOf('\n', at);
    let from = Math.max(start, at - BEFORE);
    const clause = from > start && /^[^，。；：！？]*[，。；：！？”]+/.exec(body.slice(from, at));
    if (clause) from += clause[0].length;
    const to = Math.min(end < 0 ? body.length : end, from + LONG);
    const rest = end < 0 || to < end ? [] : [body.slice(end + 1, Math.max(end + 1, from + LONG))];
    const text = [body.slice(from, to)].concat(rest).join('');
    return [from ? '……' : ''].concat(marked(text, words), from + text.length < body.length - 1 ? '……' : '').filter(Boolean);
  }

  function day(date) {
    const [year, month, number] = date.split('-');
    return year + '年' + Number(month) + '月' + Number(number) + '日';
  }

  function result({ row, text }, words) {
    const has = line => { const plain = search.fold(line); return line && words.some(word => plain.indexOf(word) >= 0); };
    const lines = text => text.split('\n').filter(has);
    const time = element('time', '', day(row.day));
    time.dateTime = row.day;
    const made = element('li', 'result', [
      element('h2', '', link(row.url, marked(text.title, words))),
      ...lines(text.heads).map(line => element('p', '', marked(line, words))),
      element('p', '', excerpt(text.body, words)),
      element('p', 'meta', [time, ...(row.place ? [element('span', '', row.place)] : []), ...lines(text.others).map(line => element('span', '', marked(line, words)))])
    ]);
    made.setAttribute('data-url', row.url);
    return made;
  }

  /* what already stands there of the same search stays, so that the focus stays as well; asked for more, a reader is led to the first of them */
  function show(own, wanted) {
    if (of !== own) list.textContent = '';
    of = own;
    const keys = wanted.map(one => one.row.url);
    while (list.children.length > keys.length || Array.from(list.children).some((item, i) => item.getAttribute('data-url') !== keys[i])) list.lastChild.remove();
    wanted.slice(list.children.length).forEach(one => list.appendChild(result(one, own.words)));
    const next = own.focused && list.children[own.focused];
    if (!next) return;
    next.querySelector('a').focus();
    own.focused = 0;
  }

  /* a leader or topic of that very name first, then those whose name has the words in it */
  function offer(head, words) {
    const joined = words.join('');
    const known = head.leaders.map(([name, url, posts, , aliases]) => ({ name, url, posts, mark: name.slice(0, 1), more: '职务、活动与论述', all: [name].concat(aliases) }))
      .concat(head.topics.map(([name, url]) => ({ name, url, posts: '', mark: '专', more: '专题：全部报道与论述', all: [name] })));
    const called = test => known.filter(one => one.all.some(name => test(search.fold(name))));
    const same = called(name => words.indexOf(name) >= 0 || name === joined);
    const near = joined.length > 1 ? called(name => name.indexOf(joined) >= 0).filter(one => same.indexOf(one) < 0) : [];
    offers.textContent = '';
    same.concat(near).slice(0, OFFERS).forEach(one => {
      const portrait = element('span', 'portrait', one.mark);
      portrait.setAttribute('aria-hidden', 'true');
      offers.appendChild(element('div', 'offer', [portrait, element('p', '', [link(one.url, one.name, 'offer-name'), one.posts, element('span', 'meta', one.more)].filter(Boolean))]));
    });
  }

  return { show, offer };
}
