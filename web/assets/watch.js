// Shows what the logs show as soon as they do. The server tells by itself; where something in between does not let that
// through, it is asked again and again. Without this file the page has a button for it. Plain enough for Safari of iOS 12.
(function () {
  'use strict';
  var watched = document.getElementById('watched');
  if (!watched || watched.getAttribute('data-all') === 'yes') return;
  var hint = document.getElementById('by-itself');
  var how = document.getElementById('watch-how');
  var started = Date.now();
  var shown = words(watched.innerHTML);
  var source = null;
  var done = false;
  if (hint) hint.hidden = false;

  // what people read of it
  function words(html) {
    return new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, ' ').replace(/^ | $/g, '');
  }

  // false once there is nothing more to wait for
  function show(html) {
    // what has not changed is not read aloud again; links are sealed anew each time and lead to the same place
    var said = words(html);
    if (html && said !== shown) {
      watched.innerHTML = html;
      shown = said;
    }
    var heading = watched.querySelector('h1.tone-ok');
    if (!heading) return true;
    done = true;
    if (how) how.hidden = true;
    document.title = heading.textContent;
    heading.focus();
    return false;
  }

  // a page that is left open all night does not ask every second
  function pause() {
    var minutes = (Date.now() - started) / 60000;
    return minutes < 10 ? 1000 : minutes < 60 ? 5000 : 60000;
  }

  function again() {
    if (!done) window.setTimeout(look, pause());
  }

  function look() {
    if (document.hidden) { again(); return; }
    var request = new XMLHttpRequest();
    request.open('GET', watched.getAttribute('data-watch'));
    request.onload = function () {
      if (request.status !== 200 || show(request.responseText)) again();
    };
    request.onerror = again;
    request.send();
  }

  function hush() {
    if (source) source.close();
    source = null;
  }

  function giveUp() {
    hush();
    again();
  }

  function listen() {
    if (!window.EventSource) { again(); return; }
    var mine = source = new EventSource(watched.getAttribute('data-live'));
    // something in between that collects events before it hands them on
    var patience = window.setTimeout(function () { if (source === mine) giveUp(); }, 4000);
    mine.onmessage = function (event) {
      window.clearTimeout(patience);
      if (!show(JSON.parse(event.data))) hush();
    };
    // it connects anew by itself, unless it was refused
    mine.onerror = function () {
      if (mine.readyState !== EventSource.CLOSED || source !== mine) return;
      window.clearTimeout(patience);
      giveUp();
    };
  }

  // nobody looks: no connection is held for it
  document.addEventListener('visibilitychange', function () {
    if (done) return;
    if (document.hidden && source) hush();
    else if (!document.hidden && !source && window.EventSource) listen();
  });

  listen();
})();
