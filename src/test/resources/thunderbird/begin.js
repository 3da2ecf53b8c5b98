// Trusts the test's authority, for web and mail servers alike. MX and SRV are looked up by the C library, past any
// proxy: here nobody has such records until a test says so.
Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(given[0], "CT,,");
const { DNS } = module("DNS");
DNS.lookup = async () => [];
await until("the main window", () => mail && mail.openAccountHub && mail.document.readyState == "complete");
return Services.appinfo.version;
