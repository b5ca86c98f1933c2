/* 帳票: finds people in the list, and tells the trail when forms are printed. */
(function () {
  'use strict';

  /** Widths, kana and blanks make no difference. */
  function folded(text) {
    return text.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/[\u3041-\u3096]/g, function (kana) {
      return String.fromCharCode(kana.charCodeAt(0) + 0x60);
    });
  }

  var find = document.getElementById('find');
  if (find) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('#people tbody tr'));
    var texts = rows.map(function (row) { return folded(row.dataset.find); });
    var found = document.getElementById('found');
    var look = function () {
      var wanted = folded(find.value);
      var count = 0;
      rows.forEach(function (row, at) {
        row.hidden = texts[at].indexOf(wanted) < 0;
        count += row.hidden ? 0 : 1;
      });
      found.textContent = wanted === '' ? '' : count === 0 ? '見つかりません。' : count + '人が見つかりました。';
    };
    find.addEventListener('input', look);
    find.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        var first = rows.find(function (row) { return !row.hidden; });
        if (first) {
          first.querySelector('a').click();
        }
      }
    });
    look();
  }

  var forms = document.getElementById('forms');
  if (forms && forms.dataset.printed) {
    window.addEventListener('beforeprint', function () {
      fetch(forms.dataset.printed, { method: 'POST', credentials: 'same-origin', keepalive: true });
    });
  }
})();
