// Thunderbird's whole discovery for an address, without a password, as after "Continue" in its own dialogue.
const { FindConfig } = module("accountcreation/FindConfig");
const address = given[0];
const search = FindConfig.parallelAutoDiscovery(address.split("@")[1], address, new AbortController().signal);
const { value: config } = await search.next();
if (!config) return { source: "nothing" };
if (config.isRedirect) return { source: `asks whether to trust ${config.host}` };
const { AccountConfig } = module("accountcreation/AccountConfig");
AccountConfig.replaceVariables(config, "Erika Mustermann", address, "");
return {
  source: config.subSource ?? config.source,
  name: config.displayName,
  incoming: [config.incoming, ...config.incomingAlternatives].map(words),
  outgoing: [config.outgoing, ...config.outgoingAlternatives].map(words),
};
