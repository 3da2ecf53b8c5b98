// From now on answers what Thunderbird asks: a password is typed in, anything else gets its first button, and is kept.
// A restart is left to the test, for the remote control would not survive it.
const [password, restarts] = given;
globalThis.asked = [];
Services.obs.addObserver(dialog => {
  const { args, ui } = dialog.Dialog;
  globalThis.asked.push(args.text);
  if (args.promptType == "promptPassword") ui.password1Textbox.value = password;
  dialog.setTimeout(() => ui.button0.click()); // the timers of the window behind it stand still
}, "common-dialog-loaded");
const restart = request => {
  request.QueryInterface(Ci.nsISupportsPRBool).data = true;
  Services.obs.removeObserver(restart, "quit-application-requested");
};
if (restarts) Services.obs.addObserver(restart, "quit-application-requested");
return true;
