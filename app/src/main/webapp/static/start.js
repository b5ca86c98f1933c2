/* はじめての手順: ticks made before anyone signs in stay in this browser, then go to the office. */
(function () {
  'use strict';

  var KEY = 'careplan-start';

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || '[]');
      return Array.isArray(kept) ? kept : [];
    } catch (e) {
      return [];
    }
  }

  function keep(steps) {
    try {
      localStorage.setItem(KEY, JSON.stringify(steps));
    } catch (e) {
      document.getElementById('kept').textContent =
        'このブラウザーは印を残せません。印刷して使うか、IDとパスワードで入ってください。';
    }
  }

  var boxes = Array.from(document.querySelectorAll('[data-step]'));
  var before = read();
  boxes.forEach(function (box) {
    box.checked = before.indexOf(box.dataset.step) >= 0;
    box.addEventListener('change', function () {
      keep(boxes.filter(function (it) { return it.checked; })
        .map(function (it) { return it.dataset.step; }));
    });
  });

  /** Handed over once: what this office says afterwards counts. */
  var takeOver = document.getElementById('start-take-over');
  if (takeOver && before.length > 0) {
    var told = new URLSearchParams();
    before.forEach(function (step) { told.append('ticked', step); });
    fetch(takeOver.dataset.path, {
      method: 'POST', credentials: 'same-origin', redirect: 'error', body: told
    }).then(function (answer) {
      if (answer.status !== 204) {
        return;
      }
      localStorage.removeItem(KEY);
      if (takeOver.dataset.reload === 'true') {
        location.reload();
      }
    }, function () { /* they stay here for the next time */ });
  }
})();
