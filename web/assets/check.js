// Shows each server's answer when it comes. Without this file, or where it gives up, the form is sent as ever.
// Plain enough for Safari of iOS 12.
(function () {
  'use strict';
  var main = document.getElementById('content');
  if (!main || !window.DOMParser || !window.JSON) return;

  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (field) { return field.name; })
      .map(function (field) { return encodeURIComponent(field.name) + '=' + encodeURIComponent(field.value); })
      .join('&');
  }

  // the answer is a whole page, the same as without script; its middle takes the place of ours
  function show(html) {
    var fresh = new DOMParser().parseFromString(html, 'text/html');
    var content = fresh.getElementById('content');
    if (!content) return false;
    document.title = fresh.title;
    main.innerHTML = content.innerHTML;
    var first = main.querySelector('.complaint') || main.querySelector('h1');
    first.setAttribute('tabindex', '-1');
    first.focus();
    window.scrollTo(0, 0);
    bind();
    return true;
  }

  function ask(form) {
    var panel = document.getElementById('live');
    var status = document.getElementById('status');
    var request = new XMLHttpRequest();
    var read = 0;
    var shown = false;

    // server-sent events, but of a POST: EventSource can only GET
    function events() {
      var end;
      while ((end = request.responseText.indexOf('\n', read)) >= 0) {
        var text = request.responseText.slice(read, end);
        read = end + 1;
        if (text.indexOf('data:') !== 0) continue;
        var event = JSON.parse(text.slice(5));
        if (event.kind === 'page') {
          shown = show(event.html);
        } else {
          panel.lastElementChild.innerHTML = event.html;
          status.textContent = event.say;
        }
      }
    }

    function lost() {
      panel.hidden = true;
      form.hidden = false;
      status.textContent = form.getAttribute('data-lost');
    }

    request.open('POST', form.getAttribute('data-live'));
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onprogress = function () { if (request.status === 200) events(); };
    request.onload = function () {
      var live = /event-stream/.test(request.getResponseHeader('Content-Type'));
      if (live && request.status === 200) events(); else shown = show(request.responseText);
      if (!shown) lost();
    };
    // where nothing came at all, the old way may still work
    request.onerror = function () { if (read || shown) lost(); else form.submit(); };
    request.send(fields(form));
    var complaint = main.querySelector('.complaint');
    if (complaint) complaint.hidden = true; // it was about what the form said before
    form.hidden = true;
    panel.hidden = false;
    panel.firstElementChild.focus();
  }

  function bind() {
    var form = main.querySelector('form[data-live]');
    if (form) form.addEventListener('submit', function (event) {
      event.preventDefault();
      ask(form);
    });
  }

  bind();
})();
