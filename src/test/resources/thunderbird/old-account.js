// An account as it was set up years ago: no TLS, the password as CRAM-MD5, another server name. The ports are the old ones.
const [protocol, host, address, password] = given;
const server = MailServices.accounts.createIncomingServer(address, host, protocol);
server.port = protocol == "imap" ? 143 : 110;
server.socketType = Ci.nsMsgSocketType.plain;
server.authMethod = Ci.nsMsgAuthMethod.passwordEncrypted;
server.setBoolValue("login_at_startup", false);
server.valid = true;
const sending = MailServices.outgoingServer.createServer("smtp").QueryInterface(Ci.nsISmtpServer);
sending.hostname = `smtp.${address.split("@")[1]}`;
sending.port = 25;
sending.socketType = Ci.nsMsgSocketType.plain;
sending.authMethod = Ci.nsMsgAuthMethod.passwordEncrypted;
sending.username = address;
MailServices.outgoingServer.defaultServer = sending;
const identity = MailServices.accounts.createIdentity();
identity.fullName = "Erika Mustermann";
identity.email = address;
identity.smtpServerKey = sending.key;
identity.fccFolderURI = "";
identity.doFcc = false;
identity.valid = true;
const account = MailServices.accounts.createAccount();
account.addIdentity(identity);
account.incomingServer = server;
MailServices.accounts.defaultAccount = account;
for (const [scheme, name] of [[protocol == "imap" ? "imap" : "mailbox", host], ["smtp", sending.hostname]]) {
  const uri = `${scheme}://${name}`;
  const saved = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
  saved.init(uri, null, uri, address, password, "", "");
  await Services.logins.addLoginAsync(saved);
}
MailServices.accounts.saveAccountInfo();
Services.prefs.savePrefFile(null);
return true;
