// What the account that was made is like.
const account = MailServices.accounts.accounts.find(one => one.defaultIdentity);
return {
  incoming: words(account.incomingServer),
  outgoing: words(MailServices.outgoingServer.getServerByIdentity(account.defaultIdentity)),
};
