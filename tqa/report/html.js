(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  const form = document.querySelector('.filters');
  if (!form) return;
  const notes = [...document.querySelectorAll('.note')];
  const marks = [...document.querySelectorAll('mark')];
  const rows = [...document.querySelectorAll('.row')];
  const place = document.getElementById('place');
  const levels = ['critical', 'major', 'minor', 'info'];
  const byNumber = new Map(notes.map((note) => [note.dataset.n, note]));
  const numbers = (text) => (text ? text.split(' ') : []);
  const owners = marks.map((mark) => [mark, numbers(mark.dataset.f), numbers(mark.dataset.r)]);
  let shown = notes;
  let current = null;

  const boxes = () => [...form.querySelectorAll('[name=severity]')];
  const control = (name) => form.elements.namedItem(name);

  function count() {
    const total = notes.length;
    const some = shown.length < total ? `${shown.length} of ${total}` : `${total}`;
    const all = `${some} ${total === 1 ? 'finding' : 'findings'}`;
    const at = shown.indexOf(current);
    place.textContent = at < 0 ? all : `${at + 1} of ${shown.length}` + (shown.length < total ? ` (${total} in all)` : '');
  }

  function apply() {
    const severities = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
    const category = control('category').value;
    const rule = control('rule').value;
    shown = notes.filter((note) => {
      const data = note.dataset;
      const fits = severities.has(data.s) && (!rule || data.rule === rule) &&
        (!category || data.category === category || data.category.startsWith(category + '/'));
      note.hidden = !fits;
      return fits;
    });
    for (const [mark, own] of owners) {
      const seen = own.map((number) => byNumber.get(number)).filter((note) => note && !note.hidden);
      const worst = levels.find((level) => seen.some((note) => note.dataset.s === level));
      if (worst) mark.dataset.s = worst; else delete mark.dataset.s;
    }
    for (const row of rows) row.classList.toggle('quiet', !row.querySelector('.note:not([hidden])'));
    root.classList.toggle('only', control('only').checked);
    if (current && current.hidden) select(null);
    count();
  }

  function remember() {
    const parts = [];
    const all = boxes();
    const on = all.filter((box) => box.checked).map((box) => box.value);
    if (on.length < all.length) parts.push('severity=' + (on.join(',') || 'none'));
    for (const name of ['category', 'rule']) {
      if (control(name).value) parts.push(name + '=' + encodeURIComponent(control(name).value));
    }
    if (control('only').checked) parts.push('only=1');
    try { history.replaceState(null, '', '#' + parts.join('&')); } catch { /* the filters work without an address */ }
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (/^[fm]\d+$/.test(hash)) {
      const note = byNumber.get(hash.slice(1));
      if (note && note.hidden) { form.reset(); apply(); }
      if (note) select(note, hash[0] === 'm');
      return;
    }
    if (hash && !hash.includes('=')) return;
    const wanted = new URLSearchParams(hash);
    const severities = wanted.has('severity') ? wanted.get('severity').split(',') : levels;
    for (const box of boxes()) box.checked = severities.includes(box.value);
    for (const name of ['category', 'rule']) {
      const box = control(name);
      box.value = wanted.get(name) || '';
      if (box.selectedIndex < 0) box.value = '';
    }
    control('only').checked = wanted.get('only') === '1';
    apply();
  }

  function marksOf(note) {
    return owners.filter(([, own]) => own.includes(note.dataset.n)).map(([mark]) => mark);
  }

  function select(note, inText = false) {
    for (const mark of document.querySelectorAll('mark.on')) mark.classList.remove('on', 'related');
    if (current) current.removeAttribute('aria-current');
    current = note;
    if (note) {
      note.setAttribute('aria-current', 'true');
      for (const [mark, own, other] of owners) {
        if (own.includes(note.dataset.n)) mark.classList.add('on');
        else if (other.includes(note.dataset.n)) mark.classList.add('on', 'related');
      }
      const first = marksOf(note).filter((mark) => !mark.closest('.source'))[0];
      const goal = inText && first ? first : note;
      if (goal === first) first.tabIndex = -1;
      goal.focus({ preventScroll: true });
      goal.scrollIntoView({ block: 'center' });
      const other = goal === note ? first : note;
      if (other) other.scrollIntoView({ block: 'nearest' });
    }
    count();
  }

  function step(by) {
    if (!shown.length) return;
    const at = shown.indexOf(current);
    if (at >= 0) return select(shown[Math.min(Math.max(at + by, 0), shown.length - 1)]);
    const row = rows.find((one) => !one.classList.contains('quiet') && one.getBoundingClientRect().bottom > 60);
    const below = row ? shown.indexOf(row.querySelector('.note:not([hidden])')) : shown.length;
    return select(shown[Math.min(Math.max(by > 0 ? below : below - 1, 0), shown.length - 1)]);
  }

  function copy(button) {
    const text = button.parentElement.querySelector('.write').textContent;
    const label = button.firstChild;
    const done = (worked) => {
      label.textContent = worked ? 'Copied' : 'Not copied';
      place.textContent = worked ? 'Copied' : 'The browser did not allow copying';
      setTimeout(() => { label.textContent = 'Copy'; count(); }, 1500);
    };
    const byHand = () => {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      let worked = false;
      try { worked = document.execCommand('copy'); } catch { /* said below */ }
      area.remove();
      button.focus();
      done(worked);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => done(true), byHand);
    else byHand();
  }

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  document.getElementById('next').addEventListener('click', () => step(1));
  document.getElementById('back').addEventListener('click', () => step(-1));
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.copy');
    if (button) return copy(button);
    const note = event.target.closest('.note');
    if (note && !event.target.closest('a') && String(getSelection()) === '') return select(note);
    const mark = event.target.closest('mark[data-s]');
    const found = mark && numbers(mark.dataset.f).map((number) => byNumber.get(number)).find((one) => one && !one.hidden);
    if (found) select(found);
    return undefined;
  });
  document.addEventListener('keydown', (event) => {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !control('keys').checked) return;
    if (at.closest('select, textarea, input:not([type=checkbox])')) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'c' && current && current.querySelector('.copy')) copy(current.querySelector('.copy'));
    else if (event.key === 'Enter' && current && at.matches('.note, mark')) select(current, at.matches('.note'));
    else return;
    event.preventDefault();
  });
  addEventListener('hashchange', recall);
  recall();
  if (shown === notes) apply();
})();
