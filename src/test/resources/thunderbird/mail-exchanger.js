// The one host that takes mail for every domain; an empty name means none.
const { DNS } = module("DNS");
DNS.lookup = async (name, type) => (type == DNS.MX && given[0] ? [{ prio: 10, host: given[0] }] : []);
