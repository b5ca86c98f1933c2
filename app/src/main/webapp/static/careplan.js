/* What every page does by itself: its lock, its dialogs, its ticks. No library is needed for it. */
(function () {
  'use strict';

  var MINUTE = 60 * 1000;
  var WARN = 2 * MINUTE;

  function post(path, body) {
    return fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body || ''
    });
  }

  function time(moment) {
    return new Date(moment).toLocaleTimeString('ja-JP', { hour: 'numeric', minute: '2-digit' });
  }

  /** Closes the page after a while without a hand on it; what was typed stays under the lock. */
  function watch(settings) {
    var open = Number(settings.dataset.lockSeconds) * 1000;
    var end = Date.now() + Number(settings.dataset.endSeconds) * 1000;
    var touched = Date.now();
    var told = Date.now();
    var locked = false;
    var endWarned = false;
    var warning = document.getElementById('session-warning');
    var warningText = document.getElementById('session-warning-text');
    var prolong = document.getElementById('session-prolong');
    var dialog = document.getElementById('session-lock');
    var form = document.getElementById('session-unlock');
    var result = document.getElementById('session-unlock-result');
    var password = document.getElementById('session-password');

    function warn(text, canProlong) {
      warningText.textContent = text;
      prolong.textContent = canProlong ? 'このまま続ける' : '閉じる';
      warning.hidden = false;
    }

    function tell() {
      told = Date.now();
      post(settings.dataset.path + '/hand').then(function (answer) {
        if (answer.status === 401) {
          location.href = settings.dataset.over;
        } else if (answer.status === 423) {
          lock(false);
        }
      }, function () { /* the network is away: the next hand tries again */ });
    }

    function hand() {
      if (locked) {
        return;
      }
      touched = Date.now();
      if (!warning.hidden && !endWarned) {
        warning.hidden = true;
      }
      if (touched - told > MINUTE) {
        tell();
      }
    }

    function lock(tellServer) {
      if (locked) {
        return;
      }
      locked = true;
      warning.hidden = true;
      if (tellServer) {
        post(settings.dataset.path + '/lock');
      }
      dialog.showModal();
      (dialog.querySelector('section:not([hidden]) button') || password).focus();
    }

    function unlocked() {
      locked = false;
      touched = told = Date.now();
      dialog.close();
    }

    function look() {
      var now = Date.now();
      if (now >= end) {
        location.href = settings.dataset.over;
      } else if (!locked && now - touched >= open) {
        lock(true);
      } else if (!locked && now - touched >= open - WARN && warning.hidden) {
        warn('操作がないため、' + time(touched + open) + 'に画面をロックします。', true);
      } else if (!endWarned && end - now <= WARN) {
        endWarned = true;
        warn('ログインから8時間たつため、' + time(end) + 'に終わります。続けるときは、' + (settings.dataset.desk === 'true' ? 'ログインし直してください。' : '連携クライアントから入り直してください。'), false);
      }
    }

    ['pointerdown', 'keydown', 'wheel', 'touchstart'].forEach(function (kind) {
      document.addEventListener(kind, hand, { passive: true });
    });
    prolong.addEventListener('click', function () {
      warning.hidden = true;
      tell();
    });
    dialog.addEventListener('passkey', unlocked);
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      result.textContent = '';
      post(settings.dataset.path + '/unlock', 'password=' + encodeURIComponent(password.value)).then(function (answer) {
        password.value = '';
        if (answer.ok) {
          unlocked();
        } else if (answer.status === 401) {
          return answer.json().then(function (problem) {
            if (problem.code === 'AP-111' || problem.code === 'AP-253') {
              location.href = settings.dataset.over;
            }
            result.textContent = problem.title + '。' + problem.detail;
            password.focus();
          });
        } else {
          return answer.json().then(function (problem) {
            result.textContent = problem.title + '。' + problem.detail;
            password.focus();
          });
        }
      }).catch(function () {
        result.textContent = '通信できませんでした。つながりを確かめて、もう一度押してください。';
      });
    });
    setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
  }

  /** Dialogs: the button that opens names its dialog; Esc closes by itself. */
  document.addEventListener('click', function (event) {
    var element = event.target.closest('[data-opens],[data-closes],[data-print]');
    if (!element) {
      return;
    }
    if (element.dataset.opens) {
      document.getElementById(element.dataset.opens).showModal();
    } else if (element.dataset.closes) {
      document.getElementById(element.dataset.closes).close();
    } else {
      window.print();
    }
  });

  /** One tick for all. */
  document.addEventListener('change', function (event) {
    var name = event.target.dataset && event.target.dataset.all;
    if (name) {
      document.querySelectorAll('input[name="' + name + '"]').forEach(function (box) {
        box.checked = event.target.checked;
      });
    }
  });

  /** A text that must be read to its end before the tick below it opens. */
  document.querySelectorAll('[data-read]').forEach(function (hint) {
    var text = document.getElementById(hint.dataset.read);
    var box = hint.parentElement.querySelector('input[type="checkbox"]');
    function look() {
      var read = box.checked || text.scrollTop + text.clientHeight >= text.scrollHeight - 8;
      box.disabled = !read;
      hint.hidden = read;
      if (read) {
        text.removeEventListener('scroll', look);
      }
    }
    text.addEventListener('scroll', look, { passive: true });
    look();
  });

  /** What is typed is kept as soon as a field is left. */
  document.addEventListener('change', function (event) {
    var form = event.target.closest('form[data-keeps]');
    if (form) {
      document.getElementById(form.dataset.keeps).click();
    }
  });

  /** A form is sent once; what takes more than a moment says so. */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.closest('dialog#session-lock')
        || (event.submitter && event.submitter.dataset.download)) { // the page stays as it is
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  /** A script's call that failed shows the same page as any other failure. */
  if (window.jQuery) {
    jQuery(document).on('pfAjaxError', function (event, xhr) {
      var page = xhr && xhr.responseText
        ? new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('main')
        : null;
      var main = document.getElementById('main');
      if (page) {
        main.replaceWith(document.importNode(page, true));
        window.scrollTo(0, 0);
      } else {
        var messages = document.getElementById('messages');
        messages.textContent = '';
        var box = document.createElement('div');
        box.className = 'message danger';
        box.textContent = '✗ 通信できませんでした。つながりを確かめて、もう一度押してください。';
        messages.append(box);
      }
    });
  }

  var settings = document.getElementById('page-session');
  if (settings) {
    watch(settings);
  }
})();
