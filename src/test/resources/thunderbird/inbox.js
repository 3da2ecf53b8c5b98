// Logs in and fetches what is in INBOX; the subjects.
const account = MailServices.accounts.accounts.find(one => one.defaultIdentity);
const server = account.incomingServer;
const inbox = await until("INBOX", () => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox));
if (server.type == "pop3") await job(listener => MailServices.pop3.GetNewMail(mail.msgWindow, listener, inbox, server));
else await job(listener => inbox.QueryInterface(Ci.nsIMsgImapMailFolder).updateFolderWithListener(mail.msgWindow, listener));
const subjects = () => [...inbox.messages].map(message => message.mime2DecodedSubject);
await until("a mail with its subject", () => subjects().some(subject => subject));
return subjects();
