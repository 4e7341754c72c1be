/* Reading settings, remembered; print and read-aloud on articles; a leader's activities by role.
   Nothing here is needed to read: every control is hidden until this runs. Deferred, and the first paint waits for it. */
(function () {
  'use strict';
  const root = document.documentElement;
  const sizes = ['standard', 'large', 'largest'];
  const words = { standard: '标准', large: '大', largest: '特大' };
  const ROLES = 7, ROWS = 8;

  const all = (selector, inside) => Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  function recall(key) { try { return localStorage.getItem('bulletin-' + key); } catch (error) { return null; } }
  function keep(key, value) { try { localStorage.setItem('bulletin-' + key, value); } catch (error) { /* private window */ } }
  function show(key, value) { if (value) root.setAttribute('data-' + key, value); else root.removeAttribute('data-' + key); }
  function set(key, value) { show(key, value); keep(key, value); name(); }

  const elder = () => root.getAttribute('data-mode') === 'elder';
  const size = () => root.getAttribute('data-size') || 'standard';
  const dark = () => (root.getAttribute('data-scheme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const step = by => set('size', sizes[Math.max(0, Math.min(2, sizes.indexOf(size()) + by))]);

  function name() {
    all('[data-do="elder"]').forEach(b => { b.setAttribute('aria-pressed', String(elder())); b.textContent = elder() ? '退出长者模式' : '长者模式'; });
    all('[data-do="size"]').forEach(b => { b.textContent = '字号：' + words[size()]; b.hidden = elder(); });
    all('[data-do="bigger"], [data-do="smaller"], [data-do="standard"]').forEach(b => { b.hidden = elder(); });
    all('[data-do="scheme"]').forEach(b => { b.textContent = dark() ? '浅色' : '深色'; });
  }

  /* paragraph by paragraph: browsers stop in the middle of a long text */
  function speak() {
    const reading = speechSynthesis.speaking || speechSynthesis.pending;
    speechSynthesis.cancel();
    spoken(!reading);
    if (reading) return;
    const parts = all('.article-head h1').concat(all('#text > p, #text > h2, #text > h3, #text li, #text > blockquote'));
    parts.forEach((part, i) => {
      const speech = new SpeechSynthesisUtterance(part.textContent);
      speech.lang = 'zh-CN';
      if (i === parts.length - 1) speech.onend = () => spoken(false);
      speechSynthesis.speak(speech);
    });
  }
  function spoken(on) {
    all('[data-do="speak"]').forEach(b => { b.setAttribute('aria-pressed', String(on)); b.textContent = on ? '停止朗读' : '朗读'; });
  }

  const acts = {
    elder: () => set('mode', elder() ? '' : 'elder'),
    size: () => set('size', sizes[(sizes.indexOf(size()) + 1) % 3]),
    scheme: () => set('scheme', dark() ? 'light' : 'dark'),
    bigger: () => step(1),
    smaller: () => step(-1),
    standard: () => set('size', 'standard'),
    print: () => window.print(),
    speak
  };

  /* buttons for the roles on this page, the usual ones first; with few rows or one role there is nothing to choose */
  function roles(group) {
    const rows = all('.activities li');
    const counts = {};
    all('.activities li[data-roles]').forEach(row => row.getAttribute('data-roles').split(' ').forEach(role => { counts[role] = (counts[role] || 0) + 1; }));
    const known = Object.keys(counts).filter(role => counts[role] > 1).sort((a, b) => counts[b] - counts[a]).slice(0, ROLES);
    if (rows.length < ROWS || known.length < 2) return;
    ['全部'].concat(known).forEach((role, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = role;
      button.setAttribute('aria-pressed', String(i === 0));
      button.addEventListener('click', () => {
        all('button', group).forEach(b => b.setAttribute('aria-pressed', String(b === button)));
        rows.forEach(row => { row.hidden = i > 0 && (row.getAttribute('data-roles') || '').split(' ').indexOf(role) < 0; });
        all('.activities .by-month').forEach(month => {
          const left = all('li', month).filter(row => !row.hidden).length;
          month.hidden = !left;
          month.querySelector('h3 .figures').textContent = left + '篇';
        });
      });
      group.appendChild(button);
    });
    group.hidden = false;
  }

  root.classList.add('js');
  ['mode', 'size', 'scheme'].forEach(key => show(key, recall(key)));
  if (!('speechSynthesis' in window)) all('[data-do="speak"]').forEach(b => { b.hidden = true; });
  else window.addEventListener('pagehide', () => speechSynthesis.cancel());
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) acts[button.getAttribute('data-do')]();
  });
  all('.roles').forEach(roles);
  name();
}());
