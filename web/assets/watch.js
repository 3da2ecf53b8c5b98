// Looks every second what the logs show. Without this file the page has a button for it.
// Plain enough for Safari of iOS 12.
(function () {
  'use strict';
  var watched = document.getElementById('watched');
  if (!watched || watched.getAttribute('data-all') === 'yes') return;
  var hint = document.getElementById('by-itself');
  var how = document.getElementById('watch-how');
  var started = Date.now();
  var shown = watched.innerHTML;
  if (hint) hint.hidden = false;

  // a page that is left open all night does not ask every second
  function pause() {
    var minutes = (Date.now() - started) / 60000;
    return minutes < 10 ? 1000 : minutes < 60 ? 5000 : 60000;
  }

  function again() {
    window.setTimeout(look, pause());
  }

  function look() {
    if (document.hidden) { again(); return; }
    var request = new XMLHttpRequest();
    request.open('GET', watched.getAttribute('data-watch'));
    request.onload = function () {
      if (request.status !== 200) { again(); return; }
      // what has not changed is not read aloud again
      if (request.responseText !== shown) {
        shown = request.responseText;
        watched.innerHTML = shown;
      }
      var heading = watched.querySelector('h1.tone-ok');
      if (!heading) { again(); return; }
      if (how) how.hidden = true;
      document.title = heading.textContent;
      heading.focus();
    };
    request.onerror = again;
    request.send();
  }

  again();
})();
