// Everything works without this file; it adds copy buttons, a sentence while the check runs, and the focus on an error.
(function () {
  'use strict';
  var status = document.getElementById('status');
  var words = document.body.dataset;

  function say(sentence) {
    if (status) status.textContent = sentence;
  }

  if (navigator.clipboard && status) {
    Array.prototype.forEach.call(document.querySelectorAll('[data-copy]'), function (button) {
      var value = button.getAttribute('data-copy');
      button.hidden = false;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(value).then(
          function () { say(words.copied.replace('{value}', value)); },
          function () { say(words.notCopied.replace('{value}', value)); });
      });
    });
  }

  var print = document.querySelector('[data-print]');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', function () { window.print(); });
  }

  var form = document.querySelector('form[data-waiting]');
  if (form) {
    form.addEventListener('submit', function () { say(form.getAttribute('data-waiting')); });
  }

  var complaint = document.querySelector('.complaint');
  if (complaint) complaint.focus();
})();
