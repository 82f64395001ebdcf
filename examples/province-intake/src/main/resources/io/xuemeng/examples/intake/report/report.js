'use strict';
const root = document.documentElement;
const inputs = Array.from(document.querySelectorAll('.input'));
const search = document.getElementById('search');
const none = document.getElementById('none');
let verdict = '';

function show() {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const input of inputs) {
    const fits = (verdict === '' || input.dataset.verdict === verdict)
      && (wanted === '' || input.textContent.toLowerCase().includes(wanted));
    input.classList.toggle('hidden', !fits);
    if (fits) shown++;
  }
  none.classList.toggle('hidden', shown > 0);
}

for (const button of document.querySelectorAll('button[data-verdict]')) {
  button.addEventListener('click', () => {
    verdict = button.dataset.verdict;
    for (const other of document.querySelectorAll('button[data-verdict]')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    show();
  });
}

function speak(language) {
  root.dataset.lang = language;
  root.lang = language;
  search.placeholder = search.dataset[language === 'en' ? 'en' : 'zh'];
}

document.getElementById('language').addEventListener('click', () => speak(root.dataset.lang === 'en' ? 'zh-CN' : 'en'));
search.addEventListener('input', show);
speak(root.dataset.lang);
