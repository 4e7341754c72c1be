/* The facets beside the results: year, leader, topic, column. Their values stand in their own order (years newest first, leaders
   in protocol order), never by number of reports. `form` is the element that holds them; a search is as in search-asking.js. */
function searchFacets(form) {
  'use strict';
  const FEW = 10;
  const OF = {
    year: row => [row.day.slice(0, 4)], leader: row => row.leaders, topic: row => row.topics, column: row => (row.column ? [row.column] : [])
  };
  const kinds = Object.keys(OF), names = {}, open = {};
  kinds.forEach(kind => { names[kind] = new Map(); });

  const each = give => kinds.reduce((chosen, kind) => { chosen[kind] = give(kind); return chosen; }, {});

  /* whether the chosen values let a report through; `but` is the facet that is not asked */
  function fits(row, chosen, but) {
    return kinds.every(kind => kind === but || !chosen[kind].length || OF[kind](row).some(value => chosen[kind].indexOf(value) >= 0));
  }

  function counted(own, kind) {
    const counts = new Map();
    own.pool.forEach(one => {
      if (one.holds !== false && fits(one.row, own.chosen, kind)) OF[kind](one.row).forEach(value => counts.set(value, (counts.get(value) || 0) + 1));
    });
    if (kind === 'column') Array.from(counts.keys()).sort().forEach(value => names.column.set(value, value));
    return counts;
  }

  function choice(kind, value, checked, figures) {
    const label = document.createElement('label'), input = document.createElement('input'), number = document.createElement('span');
    input.type = 'checkbox';
    input.name = kind;
    input.value = value;
    input.checked = checked;
    number.className = 'figures';
    number.textContent = figures;
    label.append(input, names[kind].get(value), number);
    return label;
  }

  function list(own, kind) {
    const counts = counted(own, kind), chosen = own.chosen[kind], all = own.done && own.next >= own.blocks.length;
    const values = Array.from(names[kind].keys()).filter(value => counts.has(value) || chosen.indexOf(value) >= 0 || kind === 'year');
    const field = form.querySelector('[data-facet="' + kind + '"]'), more = field.querySelector('button'), place = field.querySelector('div');
    field.hidden = values.length < 2 && !chosen.length;
    const few = open[kind] ? values : values.filter((value, i) => i < FEW || chosen.indexOf(value) >= 0);
    more.hidden = few.length === values.length;
    const focused = place.contains(document.activeElement) ? document.activeElement.value : null;
    place.textContent = '';
    few.forEach(value => {
      const figures = counts.has(value) ? String(counts.get(value)) : all ? '0' : '';
      const label = choice(kind, value, chosen.indexOf(value) >= 0, figures);
      place.appendChild(label);
      if (value === focused) label.firstChild.focus();
    });
  }

  function show(own) {
    kinds.forEach(kind => list(own, kind));
  }

  return {
    kinds, fits, show,
    none: () => each(() => []),
    given: address => each(kind => address.getAll(kind)),
    chosen: () => each(kind => Array.from(form.querySelectorAll('input[name="' + kind + '"]:checked')).map(input => input.value)),
    /* all values of one facet from now on */
    all(kind, own) {
      open[kind] = true;
      show(own);
      form.querySelector('[data-facet="' + kind + '"] input').focus();
    },
    /* the names of what a search's head knows */
    know(head) {
      head.blocks.forEach(block => names.year.set(block.name.slice(0, 4), block.name.slice(0, 4) + '年'));
      head.leaders.forEach(([name, , , key]) => names.leader.set(key, name));
      head.topics.forEach(([name, , id]) => names.topic.set(id, name));
    }
  };
}
