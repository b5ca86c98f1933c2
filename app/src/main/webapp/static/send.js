/* Lays files on the desk: by dragging, by choosing files or a folder; folders are kept apart. */
(function () {
  'use strict';

  var BATCH_BYTES = 8 * 1024 * 1024;
  var BATCH_FILES = 100;
  var WANTED = /\.(csv|jpe?g)$/i;

  var drop = document.getElementById('drop');
  var live = document.getElementById('live');
  var trouble = document.getElementById('upload-trouble');
  var upload = document.getElementById('upload');
  var progress = document.getElementById('upload-progress');
  var progressText = document.getElementById('upload-text');
  var LOOK = 700;
  var TELL = 5000;
  var busy = false;
  var told = 0;
  var look = 0;

  function say(text) {
    live.textContent = '';
    setTimeout(function () { live.textContent = text; }, 50);
  }

  function complain(title, detail) {
    var box = document.createElement('div');
    box.className = 'message danger';
    var what = document.createElement('p');
    what.className = 'message-what';
    what.textContent = '✗ ' + title;
    var why = document.createElement('p');
    why.textContent = detail;
    box.append(what, why);
    trouble.append(box);
  }

  /** Files of one folder that fit into one request. */
  function batches(items) {
    var folders = new Map();
    items.forEach(function (item) {
      var list = folders.get(item.folder) || [];
      list.push(item.file);
      folders.set(item.folder, list);
    });
    var found = [];
    folders.forEach(function (files, folder) {
      var batch = { folder: folder, files: [], bytes: 0 };
      files.forEach(function (file) {
        if (batch.files.length && (batch.bytes + file.size > BATCH_BYTES || batch.files.length === BATCH_FILES)) {
          found.push(batch);
          batch = { folder: folder, files: [], bytes: 0 };
        }
        batch.files.push(file);
        batch.bytes += file.size;
      });
      found.push(batch);
    });
    return found;
  }

  function put(batch, sent, total) {
    return new Promise(function (resolve, reject) {
      var body = new FormData();
      body.append('token', drop.dataset.token);
      body.append('folder', batch.folder);
      batch.files.forEach(function (file) { body.append('file', file, file.name); });
      var request = new XMLHttpRequest();
      request.open('POST', '/office/send/files');
      request.upload.onprogress = function (event) {
        progress.value = total ? Math.min(100, 100 * (sent + event.loaded) / total) : 100;
      };
      request.onload = function () {
        if (request.status === 204) {
          resolve();
          return;
        }
        try {
          var problem = JSON.parse(request.responseText);
          reject({ title: problem.title, detail: problem.detail });
        } catch (e) {
          location.reload(); // signed out or locked meanwhile: the page says so
        }
      };
      request.onerror = function () {
        reject({ title: '通信できませんでした', detail: 'つながりを確かめて、もう一度置いてください。ファイルは送られていません。' });
      };
      request.send(body);
    });
  }

  function lay(items) {
    var wanted = items.filter(function (item) { return WANTED.test(item.file.name); });
    trouble.textContent = '';
    if (wanted.length < items.length) {
      complain('CSVでないファイルは外しました', (items.length - wanted.length) + '個ありました。介護ソフトで書き出したCSVファイルを置いてください。');
    }
    if (!wanted.length || busy) {
      return;
    }
    busy = true;
    var total = wanted.reduce(function (sum, item) { return sum + item.file.size; }, 0);
    var sent = 0;
    upload.hidden = false;
    progress.value = 0;
    progressText.textContent = wanted.length + '個のファイルを読み込んでいます';
    say(progressText.textContent);
    batches(wanted).reduce(function (before, batch) {
      return before.then(function () { return put(batch, sent, total); }).then(function () { sent += batch.bytes; });
    }, Promise.resolve()).catch(function (problem) {
      complain(problem.title, problem.detail);
    }).then(function () {
      progressText.textContent = 'チェックしています';
      busy = false;
      document.getElementById('check-now').click();
    });
  }

  /** All files under what was dropped, with the folder each lies in. */
  function walk(entry, folder) {
    return new Promise(function (resolve) {
      if (entry.isFile) {
        entry.file(function (file) { resolve([{ file: file, folder: folder }]); }, function () { resolve([]); });
        return;
      }
      var reader = entry.createReader();
      var found = [];
      var inside = folder ? folder + '/' + entry.name : entry.name;
      (function more() {
        reader.readEntries(function (entries) {
          if (!entries.length) {
            Promise.all(found).then(function (lists) { resolve(lists.flat()); });
            return;
          }
          entries.forEach(function (child) { found.push(walk(child, inside)); });
          more();
        }, function () { resolve([]); });
      })();
    });
  }

  function chosen(input) {
    var items = Array.from(input.files).map(function (file) {
      var path = file.webkitRelativePath || '';
      return { file: file, folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))) };
    });
    input.value = '';
    lay(items);
  }

  /** Attachments of one unit's message. */
  document.addEventListener('change', function (event) {
    var unit = event.target.dataset && event.target.dataset.attach;
    if (!unit || !event.target.files.length) {
      return;
    }
    var body = new FormData();
    body.append('token', drop.dataset.token);
    body.append('unit', unit);
    Array.from(event.target.files).forEach(function (file) { body.append('attachment', file, file.name); });
    event.target.value = '';
    trouble.textContent = '';
    fetch('/office/send/files', { method: 'POST', credentials: 'same-origin', body: body }).then(function (answer) {
      if (answer.status === 204) {
        document.getElementById('check-now').click();
        return null;
      }
      return answer.json().then(function (problem) { complain(problem.title, problem.detail); });
    }).catch(function () {
      complain('通信できませんでした', 'つながりを確かめて、もう一度選んでください。');
    });
  });

  ['files', 'folder'].forEach(function (id) {
    var input = document.getElementById(id);
    document.getElementById('pick-' + id).addEventListener('click', function () { input.click(); });
    input.addEventListener('change', function () { chosen(input); });
  });

  document.addEventListener('dragover', function (event) {
    event.preventDefault(); // a file that misses the field must not replace the page
  });
  document.addEventListener('drop', function (event) { event.preventDefault(); });
  drop.addEventListener('dragover', function () { drop.classList.add('over'); });
  drop.addEventListener('dragleave', function () { drop.classList.remove('over'); });
  drop.addEventListener('drop', function (event) {
    drop.classList.remove('over');
    var found = Array.from(event.dataTransfer.items)
      .filter(function (item) { return item.kind === 'file'; })
      .map(function (item) {
        var entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
        // What another program hands over, a mail's attachment say, lies in no folder.
        return entry ? walk(entry, '') : [{ file: item.getAsFile(), folder: '' }];
      });
    Promise.all(found).then(function (lists) {
      lay(lists.flat());
    });
  });

  /** Looks again soon how far the sending is; the first time at once, for what is quickly done. */
  function goOn(wait) {
    clearTimeout(look);
    look = setTimeout(function () {
      var next = document.querySelector('[data-continue]');
      if (next) {
        next.click();
      }
    }, wait);
  }

  /** After each answer: say where things stand, though not with every look; go on while anything moves. */
  function settled() {
    var state = document.getElementById('state');
    var moving = document.querySelector('[data-continue]');
    upload.hidden = true;
    if (state && state.dataset.state && (!moving || Date.now() - told >= TELL)) {
      told = Date.now();
      say(state.dataset.state);
    }
    if (moving) {
      goOn(look ? LOOK : LOOK / 5);
    } else {
      look = 0;
      if (state && document.activeElement === document.body) {
        state.focus();
      }
    }
  }

  jQuery(document).on('pfAjaxComplete', function () { setTimeout(settled, 0); });
  if (document.querySelector('[data-continue]')) {
    window.addEventListener('load', function () { goOn(LOOK); });
  }
})();
