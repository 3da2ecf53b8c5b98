// No account, no password, no sending server, no connection, as on the first day.
for (const account of [...MailServices.accounts.accounts]) MailServices.accounts.removeAccount(account, true);
for (const server of [...MailServices.outgoingServer.servers]) MailServices.outgoingServer.deleteServer(server);
await Services.logins.removeAllLoginsAsync();
Services.obs.notifyObservers(null, "net:cancel-all-connections");
return true;
