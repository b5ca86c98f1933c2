/* Looks again how far work of the server is, as long as the page has a button for it. */
(function () {
  'use strict';

  var LOOK_AGAIN = 700;
  var first = document.getElementById('look');

  function look() {
    var button = document.getElementById('look');
    if (button) {
      setTimeout(function () { button.click(); }, LOOK_AGAIN);
    } else {
      location.href = first.dataset.page;
    }
  }

  if (first) {
    jQuery(document).on('pfAjaxComplete', function () { setTimeout(look, 0); });
    window.addEventListener('load', look);
  }
})();
