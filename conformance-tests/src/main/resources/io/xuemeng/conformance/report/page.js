'use strict';
const root = document.documentElement;
const items = Array.from(document.querySelectorAll('.item'));
const search = document.getElementById('search');
const none = document.getElementById('none');
const shown = document.getElementById('shown');
const buttons = Array.from(document.querySelectorAll('button[data-verdict]'));
const texts = new Map(items.map(item => [item, item.textContent.toLowerCase()]));
let verdict = '';

function show() {
  const wanted = search.value.trim().toLowerCase();
  let count = 0;
  for (const item of items) {
    const fits = (verdict === '' || item.dataset.verdict === verdict) && (wanted === '' || texts.get(item).includes(wanted));
    item.classList.toggle('hidden', !fits);
    if (fits) count++;
  }
  none.classList.toggle('hidden', count > 0);
  shown.textContent = count + ' / ' + items.length;
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    verdict = button.dataset.verdict;
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    show();
  });
}

document.getElementById('language').addEventListener('click', () => {
  const language = root.dataset.lang === 'en' ? 'zh-CN' : 'en';
  root.dataset.lang = language;
  root.lang = language;
});
search.addEventListener('input', show);

// A link to one requirement opens it.
function open() {
  const item = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (item && item.tagName === 'DETAILS') item.open = true;
}
window.addEventListener('hashchange', open);
open();
show();
