/* 自己診断: what a browser can know of its PC and its network. */
(function () {
  'use strict';

  var TOLERATED = 2 * 60 * 1000;
  var table = document.getElementById('diagnosis');
  var results = {};

  function tell(check, good, result, remedy) {
    var cells = table.querySelectorAll('[data-check="' + check + '"] td');
    cells[0].textContent = (good ? '✓ 問題なし' : '✗ 直してください') + (result ? '（' + result + '）' : '');
    cells[1].textContent = good ? '' : remedy;
    results[check] = good;
  }

  function browser() {
    var able = 'fetch' in window && 'HTMLDialogElement' in window && 'URLSearchParams' in window;
    tell('BROWSER', able, '', 'ブラウザーが古いようです。最新のMicrosoft Edgeにしてください。');
  }

  function cookies() {
    document.cookie = 'careplan-check=1; SameSite=Strict; path=/diagnosis';
    var kept = document.cookie.indexOf('careplan-check=1') >= 0;
    document.cookie = 'careplan-check=; SameSite=Strict; path=/diagnosis; Max-Age=0';
    tell('COOKIES', kept, '', 'ブラウザーの設定で、このサイトのCookieを許してください。');
  }

  function tls() {
    tell('TLS', window.isSecureContext, location.protocol === 'https:' ? '' : 'このパソコンの中の画面です',
      'アドレスが https で始まる画面を開き直してください。');
  }

  function clock() {
    var began = Date.now();
    return fetch('/static/favicon.svg', { method: 'HEAD', cache: 'no-store' }).then(function (answer) {
      var server = Date.parse(answer.headers.get('Date') || '');
      var apart = Math.abs(server - (began + Date.now()) / 2);
      if (isNaN(apart)) {
        throw new Error('no date');
      }
      tell('CLOCK', apart <= TOLERATED, Math.round(apart / 1000) + '秒の差',
        'パソコンの日付と時刻を合わせてください。');
    }).catch(function () {
      tell('CLOCK', false, 'サーバーの時刻を受け取れません', 'ネットワークを確かめて、開き直してください。');
    });
  }

  function verdict() {
    var good = Object.keys(results).every(function (check) { return results[check]; });
    var place = document.getElementById('verdict');
    place.classList.add(good ? 'success' : 'warning');
    place.textContent = good ? '✓ このブラウザーで使えます。' : '! 直すところがあります。直してから、開き直してください。';
    place.hidden = false;
    return good;
  }

  /** With the office where somebody is signed in, else as a tick in this browser. */
  function keep(good) {
    if (table.dataset.report) {
      var found = new URLSearchParams();
      Object.keys(results).forEach(function (check) {
        found.append(check, results[check] ? 'ok' : 'failed');
      });
      fetch(table.dataset.report, {
        method: 'POST', credentials: 'same-origin', redirect: 'error', body: found
      }).then(function (answer) {
        if (answer.status === 204) {
          document.getElementById('verdict').append(' 結果を、事業所の手順の記録に残しました。');
        }
      }, function () { /* the table stands all the same */ });
    } else if (good) {
      try {
        var ticked = JSON.parse(localStorage.getItem('careplan-start') || '[]');
        if (ticked.indexOf('COMPUTER') < 0) {
          localStorage.setItem('careplan-start', JSON.stringify(ticked.concat('COMPUTER')));
        }
      } catch (e) { /* a browser that keeps nothing */ }
    }
  }

  browser();
  cookies();
  tls();
  clock().then(function () { keep(verdict()); });
})();
