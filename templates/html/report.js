'use strict';
(function () {
  const root = document.documentElement;

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  function toggleTheme() {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : window.matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  }

  // Closed drill-downs are not printed, so printing everything opens them and puts them back afterwards.
  function printAll() {
    const closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach((details) => { details.open = true; });
    window.addEventListener('afterprint', () => closed.forEach((details) => { details.open = false; }), { once: true });
    window.print();
  }

  function printSummary() {
    root.classList.add('print-summary');
    window.addEventListener('afterprint', () => root.classList.remove('print-summary'), { once: true });
    window.print();
  }

  function bodyRows(table) {
    return [...table.tBodies[0].rows].filter((row) => !row.classList.contains('total'));
  }

  function keyOf(row, column) {
    const cell = row.cells[column];
    const given = cell.dataset.sort;
    if (given === undefined) return cell.textContent;
    if (given === '') return null;
    return cell.classList.contains('n') ? Number(given) : given;
  }

  // Unknown goes last in both directions.
  function compare(a, b, sign) {
    if (a === null || b === null) return (a === null) - (b === null);
    return a < b ? -sign : a > b ? sign : 0;
  }

  function sortBy(table, column, header) {
    const sign = header.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    table.querySelectorAll('thead th').forEach((th) => th.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', sign === 1 ? 'ascending' : 'descending');
    const rows = bodyRows(table).map((row, at) => ({ row, at, key: keyOf(row, column) }));
    rows.sort((a, b) => compare(a.key, b.key, sign) || a.at - b.at);
    const total = table.tBodies[0].querySelector('.total');
    rows.forEach(({ row }) => table.tBodies[0].insertBefore(row, total));
  }

  function makeSortable(table) {
    if (bodyRows(table).length < 3) return;
    table.querySelectorAll('thead th').forEach((header, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => sortBy(table, column, header));
    });
  }

  function makeFilter(table) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const count = document.createElement('span');
    label.className = 'filter';
    label.append('Search in this table ');
    input.type = 'search';
    count.setAttribute('role', 'status');
    label.append(input);
    const line = document.createElement('div');
    line.className = 'filter-line';
    line.append(label, count);
    table.caption.append(line);
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase();
      const rows = bodyRows(table);
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted === '' ? '' : left + ' of ' + rows.length + ' rows';
    });
  }

  // A link into a closed drill-down, or to a card, opens what holds it.
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  }

  each('.controls', (controls) => {
    controls.hidden = false;
    controls.addEventListener('click', (event) => {
      const act = { theme: toggleTheme, summary: printSummary, all: printAll }[event.target.dataset.do];
      if (act) act();
    });
  });
  each('table', makeSortable);
  each('table[data-filter]', makeFilter);
  window.addEventListener('hashchange', reveal);
  reveal();
})();
