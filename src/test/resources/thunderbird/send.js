// Sends a mail from the account, as the composer does, and keeps a copy with the sent ones.
const [to, subject] = given;
const account = MailServices.accounts.accounts.find(one => one.defaultIdentity);
const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
fields.from = account.defaultIdentity.email;
fields.to = to;
fields.subject = subject;
fields.body = "Guten Tag";
const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
parameters.composeFields = fields;
parameters.identity = account.defaultIdentity;
parameters.format = Ci.nsIMsgCompFormat.PlainText;
const compose = Cc["@mozilla.org/messengercompose/compose;1"].createInstance(Ci.nsIMsgCompose);
compose.initialize(parameters);
await new Promise((resolve, reject) => {
  const progress = Cc["@mozilla.org/messenger/progress;1"].createInstance(Ci.nsIMsgProgress);
  compose.addMsgSendListener({
    QueryInterface: ChromeUtils.generateQI(["nsIMsgSendListener"]),
    onStartSending() {},
    onSendProgress() {},
    onStatus() {},
    onGetDraftFolderURI() {},
    onSendNotPerformed() {},
    onTransportSecurityError(id, status, info, where) { reject(new Error(`TLS with ${where}: ${status}`)); },
    onStopSending(id, status) { Components.isSuccessCode(status) ? resolve() : reject(new Error(`not sent: ${status}`)); },
  });
  compose.sendMsg(Ci.nsIMsgCompDeliverMode.Now, account.defaultIdentity, account.key, null, progress).catch(reject);
});
return true;
