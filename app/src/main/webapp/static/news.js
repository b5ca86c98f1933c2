/* Tells an open page what arrived, while somebody can see it: the count in the menu, and new rows of a list. */
(function () {
  'use strict';

  var FIRST = 1500;
  var AGAIN = 15 * 1000;
  var LONGEST = 2 * 60 * 1000;

  var link = document.querySelector('.frame-nav a[href="/office/inbox"]');
  var status = document.getElementById('page-news');
  if (!link || !status || !window.fetch) {
    return;
  }
  var seen = '';
  var unread = Number((/[0-9]+/.exec(link.textContent) || ['0'])[0]);
  var asking = false;
  var rest = 0;
  var later = 0;

  function ask() {
    clearTimeout(later);
    if (asking || document.hidden) {
      return;
    }
    asking = true;
    fetch('/office/news?seen=' + encodeURIComponent(seen), { credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) {
        if (answer.status !== 200) {
          throw new Error('closed'); // locked or signed out: look now and then whether it is open again
        }
        return answer.json();
      }).then(function (news) {
        asking = false;
        rest = 0;
        note(news);
        ask();
      }).catch(function () {
        asking = false;
        rest = Math.min(LONGEST, rest * 2 || AGAIN);
        later = setTimeout(ask, rest);
      });
  }

  function note(news) {
    var first = seen === '';
    var changed = seen !== news.newest;
    var more = news.unread - unread;
    seen = news.newest;
    unread = news.unread;
    link.textContent = unread ? '受信箱（' + unread + '）' : '受信箱';
    if (more > 0) {
      status.textContent = '新しく' + more + '件届きました。';
    }
    if ((changed && !first) || more !== 0) {
      refresh();
    }
  }

  /** Rows of the list as the server has them now; what is ticked, typed or under a hand stays. */
  function refresh() {
    var list = document.getElementById('list');
    if (!document.querySelector('[data-news]')) {
      return;
    }
    fetch(location.pathname + location.search + (location.search ? '&' : '?') + 'live=1', { credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ''; })
      .then(function (html) {
        var fresh = html && new DOMParser().parseFromString(html, 'text/html').getElementById('list');
        if (!fresh) {
          return;
        }
        if (!list) {
          location.reload(); // the first one: the page had nothing that could be lost
          return;
        }
        merge(list.tBodies[0], fresh.tBodies[0]);
      }).catch(function () { /* the next news tries again */ });
  }

  function merge(rows, fresh) {
    var before = null;
    Array.from(fresh.rows).reverse().forEach(function (row) {
      var present = rows.querySelector('[data-id="' + row.dataset.id + '"]');
      var wanted = document.importNode(row, true);
      if (!present) {
        wanted.classList.add('arrived');
        rows.insertBefore(wanted, before);
        before = wanted;
        return;
      }
      if (!present.contains(document.activeElement)) {
        var box = present.querySelector('input[type="checkbox"]');
        var fill = wanted.querySelector('input[type="checkbox"]');
        if (box && fill) {
          fill.checked = box.checked;
        }
        rows.replaceChild(wanted, present);
        before = wanted;
      } else {
        before = present;
      }
    });
  }

  /** A ZIP that is being saved receives what it takes along, which the list should show. */
  document.addEventListener('submit', function (event) {
    if (event.submitter && event.submitter.dataset.download) {
      [2000, 8000, 30000].forEach(function (wait) { setTimeout(refresh, wait); });
    }
  });
  document.addEventListener('visibilitychange', ask);
  setTimeout(ask, FIRST);
})();
