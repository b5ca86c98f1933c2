/* What pages that anyone may read do by themselves. All of them work without it. */
(function () {
  'use strict';

  var WAIT = 400;

  document.querySelectorAll('.by-script-only').forEach(function (button) { button.hidden = false; });
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });

  /** Nothing near is known: nothing is shown. */
  function near(typed, kind) {
    return fetch('/support/near', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ q: typed, kind: kind }).toString()
    }).then(function (answer) { return answer.ok ? answer.json() : []; }).catch(function () { return []; });
  }

  /**
   * The search box as a combobox with a list (WAI-ARIA). The field keeps the focus; keys of a person
   * who is still converting kana belong to the converter.
   */
  document.querySelectorAll('[data-suggest]').forEach(function (field) {
    var list = document.getElementById(field.dataset.suggest);
    var news = document.getElementById(field.dataset.suggest + '-news');
    var waiting = 0;
    var asked = 0;
    var active = -1;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', list.id);
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '近い質問やガイド');

    function close() {
      asked++;
      clearTimeout(waiting);
      list.hidden = true;
      list.textContent = '';
      news.textContent = '';
      field.setAttribute('aria-expanded', 'false');
      mark(-1);
    }

    function mark(next) {
      var options = list.children;
      active = options.length ? next : -1;
      Array.from(options).forEach(function (option, i) { option.setAttribute('aria-selected', String(i === active)); });
      if (active < 0) {
        field.removeAttribute('aria-activedescendant');
      } else {
        field.setAttribute('aria-activedescendant', options[active].id);
        options[active].scrollIntoView({ block: 'nearest' });
      }
    }

    function show(found) {
      list.textContent = '';
      found.forEach(function (it, i) {
        var option = document.createElement('li');
        option.id = list.id + '-' + i;
        option.setAttribute('role', 'option');
        option.dataset.address = it.address;
        option.textContent = it.title;
        var kind = document.createElement('span');
        kind.className = 'second';
        kind.textContent = it.kind;
        option.appendChild(kind);
        list.appendChild(option);
      });
      list.hidden = found.length === 0;
      field.setAttribute('aria-expanded', String(found.length > 0));
      news.textContent = found.length ? '近いものが' + found.length + '件あります。上下の矢印で選べます。' : '';
      mark(-1);
    }

    function ask() {
      var typed = field.value.trim();
      if (typed.length < 2) {
        close();
        return;
      }
      var mine = ++asked;
      near(typed, '').then(function (found) {
        if (mine === asked && document.activeElement === field) {
          show(found);
        }
      });
    }

    field.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 200);
    });
    field.addEventListener('keydown', function (event) {
      if (event.isComposing) {
        return;
      }
      var count = list.children.length;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (count === 0) {
          ask();
        } else { // one step past either end lies the field itself
          mark((active + 1 + (event.key === 'ArrowDown' ? 1 : count)) % (count + 1) - 1);
        }
      } else if (event.key === 'Escape' && count) {
        event.preventDefault();
        close();
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        location.href = list.children[active].dataset.address;
      }
    });
    field.addEventListener('blur', close);
    list.addEventListener('mousedown', function (event) { event.preventDefault(); }); // the field keeps the focus
    list.addEventListener('click', function (event) {
      var option = event.target.closest('[role="option"]');
      if (option) {
        location.href = option.dataset.address;
      }
    });
  });

  /** Questions near what is typed; late or failing answers leave everything as it is. */
  document.querySelectorAll('[data-near]').forEach(function (field) {
    var place = document.getElementById(field.dataset.near);
    var waiting = 0;
    function show(found) {
      place.textContent = '';
      if (found.length === 0) {
        return;
      }
      var words = document.createElement('p');
      words.textContent = '近い質問があります';
      var list = document.createElement('ul');
      found.forEach(function (it) {
        var line = document.createElement('li');
        var link = document.createElement('a');
        link.href = it.address;
        link.target = '_blank';
        link.rel = 'noopener';
        link.textContent = it.title + '（別の画面で開きます）';
        line.appendChild(link);
        list.appendChild(line);
      });
      place.appendChild(words);
      place.appendChild(list);
    }
    field.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        var typed = field.value.trim();
        if (typed.length < 2) {
          show([]);
          return;
        }
        near(typed, 'FAQ').then(function (found) { show(found.slice(0, 3)); });
      }, WAIT);
    });
  });

  /**
   * The chat as a panel: its page is fetched, and what it holds is shown here. What the page says is
   * ours and already escaped; what is new is added, so that a reader of the screen hears it alone.
   */
  var opener = document.getElementById('chat-open');
  var panel = null;

  function remember(open) {
    try { sessionStorage.setItem('careplan-chat', open ? 'open' : ''); } catch (ignored) { /* kept nowhere */ }
  }

  function wasOpen() {
    try { return sessionStorage.getItem('careplan-chat') === 'open'; } catch (ignored) { return false; }
  }

  function toEnd() {
    var log = panel.querySelector('.chat-log');
    log.scrollTop = log.scrollHeight;
  }

  function show(page) {
    var next = new DOMParser().parseFromString(page, 'text/html').getElementById('chat');
    if (!next) {
      throw new Error('no chat');
    }
    var before = panel.querySelector('#chat');
    if (!before) {
      panel.appendChild(document.importNode(next, true));
      toEnd();
      return;
    }
    var log = before.querySelector('.chat-log');
    var lines = next.querySelectorAll('.chat-line');
    var known = log.querySelectorAll('.chat-line').length;
    if (lines.length <= known) {
      log.textContent = '';
      known = 0;
    }
    log.querySelectorAll('.chat-buttons').forEach(function (old) { old.remove(); });
    log.querySelectorAll('#latest').forEach(function (old) { old.removeAttribute('id'); });
    lines.forEach(function (line, i) {
      if (i >= known) {
        log.appendChild(document.importNode(line, true));
      }
    });
    before.querySelector('.chat-always').replaceWith(document.importNode(next.querySelector('.chat-always'), true));
    toEnd();
  }

  function ask(body) {
    var call = body === null ? fetch('/support/chat') : fetch('/support/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body.toString()
    });
    return call.then(function (answer) {
      if (!answer.ok) {
        throw new Error('refused');
      }
      return answer.text();
    }).then(show);
  }

  function close() {
    panel.remove();
    panel = null;
    opener.hidden = false;
    opener.focus();
    remember(false);
  }

  function open(byHand) {
    panel = document.createElement('section');
    panel.className = 'chat-panel no-print';
    panel.setAttribute('aria-label', 'チャット');
    var head = document.createElement('div');
    head.className = 'chat-panel-head';
    var title = document.createElement('h2');
    title.textContent = 'チャット';
    var shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'button quiet';
    shut.id = 'chat-close';
    shut.textContent = '閉じる';
    shut.addEventListener('click', close);
    head.appendChild(title);
    head.appendChild(shut);
    panel.appendChild(head);
    document.body.appendChild(panel);
    panel.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        close();
      }
    });
    panel.addEventListener('submit', function (event) {
      event.preventDefault();
      var body = new URLSearchParams();
      if (event.submitter && event.submitter.name) {
        body.set(event.submitter.name, event.submitter.value);
      } else {
        body.set('say', panel.querySelector('#say').value);
        panel.querySelector('#say').value = '';
      }
      ask(body).then(function () { panel.querySelector('#say').focus(); }, function () { location.href = '/support/chat'; });
    });
    opener.hidden = true;
    remember(true);
    ask(null).then(function () {
      if (byHand) {
        panel.querySelector('#say').focus();
      }
    }, function () { location.href = '/support/chat'; });
  }

  if (opener && window.innerWidth > 720) {
    opener.setAttribute('role', 'button');
    opener.addEventListener('click', function (event) {
      event.preventDefault();
      open(true);
    });
    if (wasOpen()) {
      open(false);
    }
  }

  /** What is typed outlives a reload of this window, and no longer. */
  document.querySelectorAll('form[data-keep]').forEach(function (form) {
    var name = 'careplan-' + form.dataset.keep;
    var fields = form.querySelectorAll('input[type="text"], textarea, select');
    try {
      var kept = JSON.parse(sessionStorage.getItem(name) || '{}');
      fields.forEach(function (field) {
        if (field.value === '' && kept[field.id] && field.name !== 'website') {
          field.value = kept[field.id];
        }
      });
      form.addEventListener('input', function () {
        var typed = {};
        fields.forEach(function (field) { typed[field.id] = field.value; });
        sessionStorage.setItem(name, JSON.stringify(typed));
      });
      form.addEventListener('submit', function () { sessionStorage.removeItem(name); });
    } catch (ignored) { /* a browser that keeps nothing */ }
  });
})();
