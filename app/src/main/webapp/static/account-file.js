/* Sends a file of accounts as it is, and looks how far it is while the server is at work. */
(function () {
  'use strict';

  var LOOK_AGAIN = 700;

  var box = document.getElementById('file-box');
  var trouble = document.getElementById('upload-trouble');

  function complain(title, detail) {
    var message = document.createElement('div');
    message.className = 'message danger';
    var what = document.createElement('p');
    what.className = 'message-what';
    what.textContent = '✗ ' + title;
    var why = document.createElement('p');
    why.textContent = detail;
    message.append(what, why);
    trouble.replaceChildren(message);
  }

  function send(file) {
    var upload = document.getElementById('upload');
    var progress = document.getElementById('upload-progress');
    var button = document.getElementById('file-go');
    var request = new XMLHttpRequest();
    upload.hidden = false;
    button.disabled = true;
    request.open('POST', '/desk/account-file');
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('X-Token', box.dataset.token);
    request.setRequestHeader('X-Name', encodeURIComponent(file.name));
    request.upload.onprogress = function (event) {
      progress.value = event.total ? 100 * event.loaded / event.total : 100;
    };
    request.onload = function () {
      if (request.status === 204) {
        location.href = '/desk/account-import';
        return;
      }
      upload.hidden = true;
      button.disabled = false;
      try {
        var problem = JSON.parse(request.responseText);
        complain(problem.title, problem.detail);
      } catch (e) {
        location.reload(); // signed out or locked meanwhile: the page says so
      }
    };
    request.onerror = function () {
      upload.hidden = true;
      button.disabled = false;
      complain('ファイルを送れませんでした', 'つながりとファイルの大きさを確かめて、もう一度押してください。何も取り込んでいません。');
    };
    request.send(file);
  }

  if (box) {
    document.getElementById('file-go').addEventListener('click', function () {
      var file = document.getElementById('file').files[0];
      trouble.textContent = '';
      if (file) {
        send(file);
      } else {
        complain('ファイルが選ばれていません', '取り込むCSVファイルを選んでから押してください。');
      }
    });
  }

  /** Asks again while it runs; the result is a page of its own. */
  function look() {
    var button = document.getElementById('look');
    if (button) {
      setTimeout(function () { button.click(); }, LOOK_AGAIN);
    } else {
      location.href = '/desk/account-import';
    }
  }

  if (document.getElementById('look')) {
    jQuery(document).on('pfAjaxComplete', function () { setTimeout(look, 0); });
    window.addEventListener('load', look);
  }
})();
